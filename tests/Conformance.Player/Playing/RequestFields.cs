using System.Globalization;
using System.Text;
using Conformance.Fakes.IdentityProvider;

namespace Conformance.Player.Playing;

/// <summary>The fields of a received message under the names of the specification, for <c>expect</c> and <c>${request.…}</c>.</summary>
internal static class RequestFields
{
    public static IReadOnlyDictionary<string, string> Of(ReceivedMessage message)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        void Add(string name, string? value)
        {
            if (value is not null)
            {
                fields[name] = value;
            }
        }

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
        Add("ForceAuthn", Word(request?.ForceAuthn));
        Add("IsPassive", Word(request?.IsPassive));
        Add("NameIDPolicy/Format", request?.NameIdPolicy?.Format);
        Add("NameIDPolicy/AllowCreate", Word(request?.NameIdPolicy?.AllowCreate));
        Add("RequestedAuthnContext/Comparison", request?.RequestedAuthnContext?.Comparison);
        Add("RequestedAuthnContext", request?.RequestedAuthnContext is { } context ? string.Join(' ', context.ClassRefs) : null);
        Add("Subject", request?.HasSubject == true ? "present" : null);
        Add("Binding", message.Binding);
        Add("Url", message.Url);
        Add("RelayState", message.RelayState);
        Add("RelayStateBytes", message.RelayState is { } relayState ? Encoding.UTF8.GetByteCount(relayState).ToString(CultureInfo.InvariantCulture) : null);
        Add("Signature", message.Signature.ToString());
        Add("Problems", message.Problems.Count == 0 ? null : string.Join(' ', message.Problems.Select(problem => problem.Sentence)));
        return fields;
    }

    private static string? Word(bool? value) => value switch { true => "true", false => "false", null => null };
}
