namespace Conformance.ReferenceSp;

/// <summary>A company's single sign-on settings cannot work; the message names the setting.</summary>
public sealed class CompanyConfigurationException : Exception
{
    /// <inheritdoc/>
    public CompanyConfigurationException()
    {
    }

    /// <inheritdoc/>
    public CompanyConfigurationException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public CompanyConfigurationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
