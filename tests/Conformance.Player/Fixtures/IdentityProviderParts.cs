using Conformance.Fakes.IdentityProvider;
using Conformance.Saml.Messages;
using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Words;

namespace Conformance.Player.Fixtures;

/// <summary>The groups of keys in an identity provider's file; a key that is not there leaves the start as it is.</summary>
internal sealed class IdentityProviderParts(ICollection<ScenarioProblem> problems)
{
    private const string None = "none";

    private static readonly Dictionary<string, SignedParts> _signed = new(StringComparer.Ordinal)
    {
        ["response"] = SignedParts.Response,
        ["assertion"] = SignedParts.Assertion,
        ["both"] = SignedParts.Both,
    };

    private static readonly Dictionary<string, KeyInfoForm> _keyInfos = new(StringComparer.Ordinal)
    {
        ["x509-certificate"] = KeyInfoForm.X509Certificate,
        [None] = KeyInfoForm.None,
        ["key-name"] = KeyInfoForm.KeyName,
        ["key-value"] = KeyInfoForm.KeyValue,
        ["key-value-and-x509"] = KeyInfoForm.KeyValueAndX509,
        ["x509-issuer-serial"] = KeyInfoForm.X509IssuerSerial,
        ["der-encoded-key-value"] = KeyInfoForm.DerEncodedKeyValue,
    };

    private static readonly Dictionary<string, UserField> _fields = new(StringComparer.Ordinal)
    {
        ["email"] = UserField.Email,
        ["user-name"] = UserField.UserName,
        ["given-name"] = UserField.GivenName,
        ["family-name"] = UserField.FamilyName,
        ["display-name"] = UserField.DisplayName,
        ["object-id"] = UserField.ObjectId,
        ["groups"] = UserField.Groups,
    };

    /// <summary>An address of the same origin.</summary>
    public static string Beside(string address, string path) =>
        address.IndexOf('/', Math.Min(address.Length, address.IndexOf("://", StringComparison.Ordinal) + 3)) is var at && at > 0
            ? address[..at] + path
            : address + path;

    public IdentityProviderSettings Writing(MapReader reader, IdentityProviderSettings start)
    {
        var settings = start;
        string[] styleKeys =
        [
            "protocol-prefix", "assertion-prefix", "signature-prefix", "namespaces-on-root", "declaration", "indented",
            "attributes-before-authn", "attribute-name-format", "attribute-value-type", "fraction-digits",
        ];
        if (reader.Map("xml", "\"xml\"", styleKeys) is { } xml)
        {
            var style = start.Style;
            settings = settings with
            {
                Style = style with
                {
                    ProtocolPrefix = xml.Text("protocol-prefix") ?? style.ProtocolPrefix,
                    AssertionPrefix = xml.Text("assertion-prefix") ?? style.AssertionPrefix,
                    SignaturePrefix = xml.Text("signature-prefix") ?? style.SignaturePrefix,
                    NamespacesOnRoot = xml.Flag("namespaces-on-root") ?? style.NamespacesOnRoot,
                    XmlDeclaration = xml.Flag("declaration") ?? style.XmlDeclaration,
                    Indented = xml.Flag("indented") ?? style.Indented,
                    AttributesBeforeAuthn = xml.Flag("attributes-before-authn") ?? style.AttributesBeforeAuthn,
                    AttributeNameFormat = OrNone(xml.Text("attribute-name-format"), style.AttributeNameFormat),
                    AttributeValueType = OrNone(xml.Text("attribute-value-type"), style.AttributeValueType),
                    FractionDigits = xml.Number("fraction-digits", 0, 7) ?? style.FractionDigits,
                },
            };
        }

        string[] signingKeys = ["sign", "signature-method", "digest-method", "canonicalization-method", "key-info"];
        if (reader.Map("signing", "\"signing\"", signingKeys) is { } signing)
        {
            var before = start.Signing;
            settings = settings with
            {
                Signing = before with
                {
                    Parts = signing.Word("sign", _signed, problems) ?? before.Parts,
                    SignatureMethod = signing.Text("signature-method") ?? before.SignatureMethod,
                    DigestMethod = signing.Text("digest-method") ?? before.DigestMethod,
                    CanonicalizationMethod = signing.Text("canonicalization-method") ?? before.CanonicalizationMethod,
                    KeyInfo = signing.Word("key-info", _keyInfos, problems) ?? before.KeyInfo,
                },
            };
        }

        return Windows(reader, settings);
    }

    public IdentityProviderSettings People(MapReader reader, IdentityProviderSettings start)
    {
        var settings = start;
        if (reader.Map("name-id", "\"name-id\"", ["source", "format", "request-format", "when-missing", "formats"]) is { } nameId)
        {
            var before = start.NameId;
            settings = settings with
            {
                NameId = before with
                {
                    Source = nameId.Text("source") ?? before.Source,
                    Format = nameId.Text("format") ?? before.Format,
                    RequestFormatWins = nameId.Choice("request-format", "wins", "ignored", problems) ?? before.RequestFormatWins,
                    PairwiseWhenMissing = nameId.Choice("when-missing", "pairwise", "left-out", problems) ?? before.PairwiseWhenMissing,
                    Formats = nameId.Scalars("formats") is { } formats ? [.. formats.Select(format => format.Value)] : before.Formats,
                },
            };
        }

        if (reader.Map("user-fields") is { Entries: var entries } map
            && MapReader.Of(map, "\"user-fields\"", [.. entries.Select(entry => entry.Key.Value)], problems) is { } fields)
        {
            settings = settings with
            {
                UserFields = entries.ToDictionary(
                    entry => entry.Key.Value, entry => fields.Word(entry.Key.Value, _fields, problems) ?? UserField.Email, StringComparer.Ordinal),
            };
        }

        return settings with
        {
            BuiltInClaims = Claims(reader, "built-in-claims") ?? start.BuiltInClaims,
            DefaultClaims = Claims(reader, "default-claims") ?? start.DefaultClaims,
            NestedGroupsCount = reader.Map("directory", "\"directory\"", ["nested-groups"])?.Flag("nested-groups") ?? start.NestedGroupsCount,
        };
    }

    public IdentityProviderSettings Behaviour(MapReader reader, IdentityProviderSettings start)
    {
        var settings = start with
        {
            AuthnContext = reader.Text("authn-context") ?? start.AuthnContext,
            SessionIndexIsAssertionId = reader.Choice("session-index", "assertion-id", "own", problems) ?? start.SessionIndexIsAssertionId,
            NonUriAudiencePrefix = reader.Text("non-uri-audience-prefix") ?? start.NonUriAudiencePrefix,
            Errors = Errors(reader, start),
        };
        string[] exportKeys = ["redirect-endpoint", "post-endpoint", "logout-endpoint", "extra-role-descriptor", "key-use", "want-authn-requests-signed"];
        if (reader.Map("exports", "\"exports\"", exportKeys) is { } exports)
        {
            var before = start.Exports;
            settings = settings with
            {
                Exports = before with
                {
                    RedirectEndpointWhenDeclared =
                        exports.Choice("redirect-endpoint", "when-declared", "always", problems) ?? before.RedirectEndpointWhenDeclared,
                    PostEndpoint = exports.Flag("post-endpoint") ?? before.PostEndpoint,
                    LogoutEndpoint = exports.Flag("logout-endpoint") ?? before.LogoutEndpoint,
                    KeyUseUnsaid = exports.Choice("key-use", "unsaid", "signing", problems) ?? before.KeyUseUnsaid,
                    ExtraRoleDescriptor = exports.Flag("extra-role-descriptor") ?? before.ExtraRoleDescriptor,
                    WantAuthnRequestsSigned = exports.Scalar("want-authn-requests-signed") is { IsPlain: true, Value: "unsaid" }
                        ? null
                        : exports.Flag("want-authn-requests-signed") ?? before.WantAuthnRequestsSigned,
                },
            };
        }

        string[] requestKeys = ["strict", "max-age", "sp-name-qualifier", "fixed-subject", "without-message"];
        if (reader.Map("requests", "\"requests\"", requestKeys) is { } requests)
        {
            var before = start.Requests;
            settings = settings with
            {
                Requests = before with
                {
                    Strict = requests.Flag("strict") ?? before.Strict,
                    MaxAge = requests.Scalar("max-age") is { Value: None } ? null : requests.Duration("max-age") ?? before.MaxAge,
                    RefuseSPNameQualifier = requests.Choice("sp-name-qualifier", "refuse", "echo", problems) ?? before.RefuseSPNameQualifier,
                    RefuseSubject = requests.Choice("fixed-subject", "refused", "ignored", problems) ?? before.RefuseSubject,
                    EmptyStartsUnsolicited =
                        requests.Choice("without-message", "unsolicited", "refused", problems) ?? before.EmptyStartsUnsolicited,
                },
            };
        }

        return reader.Map("sign-in-page", "\"sign-in-page\"", ["user-name", "password", "button"]) is { } page
            ? settings with
            {
                Labels = new(
                    page.Text("user-name") ?? start.Labels.UserName,
                    page.Text("password") ?? start.Labels.Password,
                    page.Text("button") ?? start.Labels.Button),
            }
            : settings;
    }

    private static string? OrNone(string? text, string? inherited) => text == None ? null : text ?? inherited;

    private IdentityProviderSettings Windows(MapReader reader, IdentityProviderSettings start)
    {
        var windows = new Dictionary<string, TimeWindow>(start.TimeWindows, StringComparer.Ordinal);
        foreach (var entry in reader.Map("time-windows")?.Entries ?? [])
        {
            string[] keys = ["not-before", "not-on-or-after", "confirmation-not-on-or-after"];
            if (MapReader.Of(entry.Value, $"The time window \"{entry.Key.Value}\"", keys, problems) is not { } window)
            {
                continue;
            }

            foreach (var key in keys)
            {
                window.RequiredNode(key);
            }

            windows[entry.Key.Value] = new(
                window.Offset(keys[0], problems) ?? default, window.Offset(keys[1], problems) ?? default, window.Offset(keys[2], problems) ?? default);
        }

        var chosen = reader.Scalar("time-window");
        if (chosen is not null && !windows.ContainsKey(chosen.Value))
        {
            problems.Add(new(chosen.Location,
                $"\"time-window\" is \"{chosen.Value}\", which \"time-windows\" does not have. {NearestWord.Hint(chosen.Value, windows.Keys)}"));
        }

        return start with { TimeWindows = windows, TimeWindow = chosen?.Value is { } name && windows.ContainsKey(name) ? name : start.TimeWindow };
    }

    private IReadOnlyList<ClaimMapping>? Claims(MapReader reader, string key) => reader.Map(key) is not { } map
        ? null
        : [.. map.Entries.Select(entry => Claim(entry)).OfType<ClaimMapping>()];

    private ClaimMapping? Claim(YamlEntry entry)
    {
        if (entry.Value is YamlScalar { IsNull: false } source)
        {
            return new ClaimMapping(entry.Key.Value, source.Value);
        }

        if (MapReader.Of(entry.Value, $"The claim \"{entry.Key.Value}\"", ["value", "values"], problems) is not { } reader)
        {
            return null;
        }

        var values = reader.Scalars("values")?.Select(value => value.Value).ToList() ?? [];
        return ClaimMapping.Constant(entry.Key.Value, reader.Text("value") is { } one ? [one, .. values] : values);
    }

    private Dictionary<string, IdpError> Errors(MapReader reader, IdentityProviderSettings start)
    {
        var errors = new Dictionary<string, IdpError>(start.Errors, StringComparer.Ordinal);
        if (reader.Map("errors", "\"errors\"", IdpPages.Refusals) is null)
        {
            return errors;
        }

        foreach (var entry in reader.Map("errors")!.Entries)
        {
            if (MapReader.Of(entry.Value, $"The error \"{entry.Key.Value}\"", ["code", "text"], problems) is { } error
                && error.RequiredText("text") is { } text)
            {
                errors[entry.Key.Value] = new IdpError(error.Text("code"), text);
            }
        }

        return errors;
    }
}
