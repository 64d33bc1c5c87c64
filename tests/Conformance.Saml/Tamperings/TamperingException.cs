namespace Conformance.Saml.Tamperings;

/// <summary>A tampering was asked for in a way that cannot be; the message says what to write instead.</summary>
public class TamperingException : Exception
{
    /// <summary>Says nothing.</summary>
    public TamperingException()
    {
    }

    /// <summary>Says what is wrong.</summary>
    public TamperingException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong and what it comes from.</summary>
    public TamperingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
