namespace Conformance.Fakes.Provisioning;

/// <summary>The method by which a client changes a user.</summary>
public enum UpdateVerb
{
    /// <summary>RFC 7644 3.5.2.</summary>
    Patch,

    /// <summary>RFC 7644 3.5.1.</summary>
    Put,
}
