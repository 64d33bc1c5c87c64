namespace Conformance.Saml.Tamperings;

/// <summary>
/// A tampering is written rightly and makes no sense for this service provider or its people: a name without the letter that would be
/// changed, a key too short for the cipher. Nobody has made a mistake.
/// </summary>
public sealed class TamperingNotPossibleException : TamperingException
{
    /// <summary>Says nothing.</summary>
    public TamperingNotPossibleException()
    {
    }

    /// <summary>Says what is missing.</summary>
    public TamperingNotPossibleException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is missing and what it comes from.</summary>
    public TamperingNotPossibleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
