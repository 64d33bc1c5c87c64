namespace Conformance.Fakes.Stubs;

/// <summary>How a route's path is compared, the widest first.</summary>
public enum StubPathMatch
{
    /// <summary>The path itself and all below it.</summary>
    Prefix,

    /// <summary>As many segments, where <c>{name}</c> stands for any one.</summary>
    Template,

    /// <summary>The same octets.</summary>
    Exact,
}
