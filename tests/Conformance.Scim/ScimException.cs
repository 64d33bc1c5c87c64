namespace Conformance.Scim;

/// <summary>A request that SCIM's rules refuse, with the answer they prescribe.</summary>
/// <param name="error">The answer.</param>
public sealed class ScimException(ScimError error) : Exception(error.Detail)
{
    /// <summary>A refusal with status 400.</summary>
    /// <param name="scimType">The keyword.</param>
    /// <param name="detail">What a person should know.</param>
    public ScimException(string scimType, string detail)
        : this(new ScimError(400, scimType, detail))
    {
    }

    /// <summary>The answer.</summary>
    public ScimError Error => error;
}
