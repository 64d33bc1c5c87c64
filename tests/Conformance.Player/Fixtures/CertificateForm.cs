namespace Conformance.Player.Fixtures;

/// <summary>How a certificate is handed over.</summary>
public enum CertificateForm
{
    /// <summary>With its BEGIN and END lines.</summary>
    Pem,

    /// <summary>Base64 alone, on one line.</summary>
    Bare,
}
