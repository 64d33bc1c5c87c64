using System.Globalization;
using System.Text;
using Conformance.Fakes.IdentityProvider;
using Conformance.Player.Drivers;
using Conformance.Saml.Messages;

namespace Conformance.Player.Playing;

/// <summary>
/// The fields of a received message, for <c>expect</c> and <c>${request.…}</c>: those with a name of their own, those of the HTTP answer that
/// carried it (<c>Carrier/Cache-Control</c>), and by its path anything else in the XML (<c>NameIDPolicy/@Format</c>).
/// </summary>
internal sealed class ReceivedFields
{
    private const string CarrierPrefix = "Carrier/";
    private readonly Dictionary<string, string> _named = new(StringComparer.Ordinal);
    private readonly string _xml;
    private readonly Hop? _carrier;

    public ReceivedFields(ReceivedMessage message, Play play)
    {
        _xml = message.Xml ?? string.Empty;
        var hops = play.Driver.Hops.Where(hop => !hop.IsProbe).ToList();
        var arrival = hops.FindLastIndex(hop => hop.Url.Split('#')[0] == message.Url);
        _carrier = arrival > 0 ? hops[arrival - 1] : null;
        Add("TopLevel", arrival >= 0);
        Request(message);
        Travel(message);
        Signature(message, play.Stage);
        if (message.AuthnRequest is { } request)
        {
            Add("SchemaProblems", Join(AuthnRequestSchema.Problems(_xml)));
            Add("AssertionConsumerServiceInMetadata", InMetadata(request, play.Stage));
            Add("IDBits", IdentifierStrength.Bits([.. play.Stage.Idp.Received.Select(other => other.AuthnRequest?.ID).OfType<string>()]).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The values of a field; none when it is absent.</summary>
    public IReadOnlyList<string> Values(string name) =>
        _named.TryGetValue(name, out var value) ? [value]
        : name.StartsWith(CarrierPrefix, StringComparison.Ordinal) ? CarrierValues(name[CarrierPrefix.Length..])
        : MessagePath.Values(_xml, name);

    /// <summary>The first value of a field; <c>null</c> when it is absent.</summary>
    public string? First(string name) => Values(name) is [var first, ..] ? first : null;

    private IReadOnlyList<string> CarrierValues(string name) =>
        _carrier is null ? []
        : name == "status" ? [_carrier.Status.ToString(CultureInfo.InvariantCulture)]
        : _carrier.ResponseHeaders.Where(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).ToList() is { Count: > 0 } values
            ? [string.Join(", ", values)]
            : [];

    private void Request(ReceivedMessage message)
    {
        var request = message.AuthnRequest;
        Add("ID", request?.ID);
        Add("Version", request?.Version);
        Add("IssueInstant", request?.IssueInstant?.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        Add("Destination", request?.Destination);
        Add("Issuer", request?.Issuer);
        Add("IssuerFormat", request?.IssuerFormat);
        Add("AssertionConsumerServiceURL", request?.AssertionConsumerServiceUrl);
        Add("AssertionConsumerServiceIndex", request?.AssertionConsumerServiceIndex?.ToString(CultureInfo.InvariantCulture));
        Add("ProtocolBinding", request?.ProtocolBinding);
        Add("ProviderName", request?.ProviderName);
        Add("ForceAuthn", request?.ForceAuthn);
        Add("IsPassive", request?.IsPassive);
        Add("NameIDPolicy/Format", request?.NameIdPolicy?.Format);
        Add("NameIDPolicy/AllowCreate", request?.NameIdPolicy?.AllowCreate);
        Add("RequestedAuthnContext/Comparison", request?.RequestedAuthnContext?.Comparison);
        Add("RequestedAuthnContext", request?.RequestedAuthnContext is { } context ? string.Join(' ', context.ClassRefs) : null);
        Add("Subject", request?.HasSubject == true ? "present" : null);
        foreach (var name in (string[])["ID", "Version", "IssueInstant", "Destination", "InResponseTo", "Issuer"])
        {
            // A logout message has the same envelope.
            if (!_named.ContainsKey(name) && MessagePath.Values(_xml, name == "Issuer" ? name : "@" + name) is [var value, ..])
            {
                _named[name] = value;
            }
        }
    }

    private void Travel(ReceivedMessage message)
    {
        Add("Binding", message.Binding);
        Add("Url", message.Url);
        Add("RelayState", message.RelayState);
        Add("RelayStateBytes", Encoding.UTF8.GetByteCount(message.RelayState ?? string.Empty).ToString(CultureInfo.InvariantCulture));
        Add("Problems", Join([.. message.Problems.Select(problem => problem.Sentence)]));
        Add("EncodingProblems", Join([.. message.Problems.Where(problem => problem.Clause.StartsWith("saml-bindings/", StringComparison.Ordinal)).Select(problem => problem.Sentence), .. QueryForm.Problems(message)]));
    }

    private void Signature(ReceivedMessage message, Stage stage)
    {
        var signature = new ReceivedSignature(message, stage);
        Add("Signed", signature.IsPresent);
        Add("Signature", message.Signature.ToString());
        Add("SignatureAlgorithm", signature.Algorithm);
        Add("SignatureProblems", Join(signature.Problems));
    }

    private static bool? InMetadata(AuthnRequest request, Stage stage) =>
        request.AssertionConsumerServiceUrl is { } url && stage.Metadata is { } metadata
            ? metadata.AssertionConsumerServices.Any(service => service.Location == url)
            : null;

    private static string? Join(IReadOnlyList<string> sentences) => sentences.Count == 0 ? null : string.Join(' ', sentences);

    private void Add(string name, bool? value) => Add(name, value switch { true => "true", false => "false", null => null });

    private void Add(string name, string? value)
    {
        if (value is not null)
        {
            _named[name] = value;
        }
    }
}
