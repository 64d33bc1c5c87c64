using Conformance.Saml.Potency;

namespace Conformance.Saml.Forging;

/// <summary>A finished message, ready to be delivered.</summary>
/// <param name="Xml">The message's exact bytes.</param>
/// <param name="PlainXml">The same before encryption; equal to <paramref name="Xml"/> when nothing is encrypted.</param>
/// <param name="SamlResponse">Base64 as posted.</param>
/// <param name="Form">The fields in order: SAMLResponse, RelayState, others.</param>
/// <param name="Http">Another way of delivery; null is the form post.</param>
/// <param name="ForgedMarkers">Values that must not be seen in a session afterwards.</param>
public sealed record ForgedResponse(
    byte[] Xml,
    byte[] PlainXml,
    string SamlResponse,
    IReadOnlyList<KeyValuePair<string, string>> Form,
    HttpOverride? Http,
    IReadOnlyList<string> ForgedMarkers)
{
    private readonly Lazy<byte[]> _baseline = new([]);
    private readonly Lazy<PotencyReport> _potency = new(PotencyReport.Unproven);

    internal ForgedResponse(
        ForgedResponse message, Func<byte[]> baseline, Func<ForgedResponse, PotencyReport> potency)
        : this(message)
    {
        _baseline = new Lazy<byte[]>(baseline);
        _potency = new Lazy<PotencyReport>(() => potency(this));
    }

    /// <summary>The same draft without any tampering; made when first asked for.</summary>
    public byte[] BaselineXml => _baseline.Value;

    /// <summary>Whether the message is what its tamperings claim; proven when first asked for.</summary>
    public PotencyReport Potency => _potency.Value;
}
