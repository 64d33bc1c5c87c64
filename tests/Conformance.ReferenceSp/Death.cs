namespace Conformance.ReferenceSp;

/// <summary>What a message that its reader cannot bear does to the service provider.</summary>
internal enum Death
{
    None,

    /// <summary>The line is cut; another process takes the next request.</summary>
    OfOneProcess,

    /// <summary>Nobody is answered any more.</summary>
    OfAll,
}
