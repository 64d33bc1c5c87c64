using System.Security.Cryptography;
using System.Text;
using Conformance.Saml.Forging;
using Conformance.Saml.Keys;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;

namespace Conformance.Fakes.IdentityProvider.Serving;

/// <summary>Composes what an honest identity provider of these settings says.</summary>
internal sealed class AnswerComposer(IdentityProviderSettings settings, TimeProvider clock, IdSource ids)
{
    public ResponseDraft Compose(
        ReceivedMessage? received, ServiceProviderApplication application, IdpPerson person, SigningKey key, DateTimeOffset? authenticated)
    {
        var now = clock.GetUtcNow();
        var request = received?.AuthnRequest;
        var acs = RequestExamination.AcsUrl(application, request) ?? application.AcsUrls[0];
        var assertionId = ids.Next();
        var window = settings.Window;
        var content = new ResponseContent
        {
            ResponseId = ids.Next(),
            AssertionId = assertionId,
            IssueInstant = now,
            Issuer = IssuerFor(application),
            Destination = acs,
            InResponseTo = request?.ID,
            Recipient = acs,
            Audiences = [Audience(request?.Issuer ?? application.EntityId)],
            NameId = NameIdFor(request, application, person),
            Attributes = Attributes(application, person),
            NotBefore = now + window.NotBefore,
            NotOnOrAfter = now + window.NotOnOrAfter,
            ConfirmationNotOnOrAfter = now + window.ConfirmationNotOnOrAfter,
            AuthnInstant = authenticated ?? now,
            SessionIndex = settings.SessionIndexIsAssertionId ? assertionId : ids.Next(),
            AuthnContextClassRef = settings.AuthnContext,
        };
        return new ResponseDraft(content, settings.Style, Sign(application, key));
    }

    /// <summary>An error Response: no assertion, not signed.</summary>
    public ResponseDraft ComposeError(
        ReceivedMessage? received, ServiceProviderApplication application, SigningKey key,
        string statusCode, string? subStatusCode, string? message) => new(
            new ResponseContent
            {
                ResponseId = ids.Next(),
                IssueInstant = clock.GetUtcNow(),
                Issuer = IssuerFor(application),
                InResponseTo = received?.AuthnRequest?.ID,
                StatusCode = statusCode,
                SubStatusCode = subStatusCode,
                StatusMessage = message,
            },
            settings.Style,
            Sign(application, key) with { Parts = SignedParts.None });

    /// <summary>A logout message to an application that takes them.</summary>
    public LogoutDraft ComposeLogout(ServiceProviderApplication application, SigningKey key, Func<LogoutContent, LogoutContent> say) => new(
        say(new LogoutContent
        {
            Id = ids.Next(),
            IssueInstant = clock.GetUtcNow(),
            Issuer = IssuerFor(application),
            Destination = application.LogoutUrl ?? throw new InvalidOperationException($"{application.Name} takes no logout messages."),
        }),
        Sign(application, key))
    {
        ByRedirect = !application.LogoutByPost,
    };

    public string IssuerFor(ServiceProviderApplication application) =>
        settings.Expand(application.Issuer ?? settings.Issuer, application.Segment);

    private SigningPlan Sign(ServiceProviderApplication application, SigningKey key)
    {
        var signing = settings.Signing;
        var plan = new SigningPlan(application.SignedParts ?? signing.Parts, key)
        {
            DigestMethod = signing.DigestMethod,
            CanonicalizationMethod = signing.CanonicalizationMethod,
            KeyInfo = signing.KeyInfo,
        };
        return key.Ecdsa is null ? plan with { SignatureMethod = application.SignatureMethod ?? signing.SignatureMethod } : plan;
    }

    private string Audience(string entityId) =>
        Uri.IsWellFormedUriString(entityId, UriKind.Absolute) ? entityId : settings.NonUriAudiencePrefix + entityId;

    private NameId? NameIdFor(AuthnRequest? request, ServiceProviderApplication application, IdpPerson person)
    {
        var policy = request?.NameIdPolicy;
        var format = person.NameId?.Format ?? AskedFormat(policy) ?? application.NameIdFormat ?? settings.NameId.Format;
        var value = person.NameId?.Value ?? format switch
        {
            NameIdFormats.Persistent => Pairwise(application, person),
            NameIdFormats.Transient => ids.Next(),
            _ => Values(application.NameIdSource ?? settings.NameId.Source, person) is [var first, ..] ? first : null,
        };
        if (value is null)
        {
            if (!settings.NameId.PairwiseWhenMissing)
            {
                return null;
            }

            (value, format) = (Pairwise(application, person), NameIdFormats.Persistent);
        }

        return new NameId(value, format, person.NameId?.NameQualifier, person.NameId?.SPNameQualifier ?? policy?.SPNameQualifier);
    }

    // "unspecified" leaves the choice to the identity provider, SAML core 8.3.1.
    private string? AskedFormat(NameIdPolicy? policy) =>
        settings.NameId.RequestFormatWins && policy?.Format is { } asked && asked != NameIdFormats.Unspecified
            && settings.NameId.Formats.Contains(asked, StringComparer.Ordinal)
            ? asked
            : null;

    private IReadOnlyList<SamlAttribute> Attributes(ServiceProviderApplication application, IdpPerson person)
    {
        var own = application.Claims is null ? person.Attributes : null;
        var claims = own is null ? settings.BuiltInClaims.Concat(application.Claims ?? settings.DefaultClaims) : settings.BuiltInClaims;
        return
        [
            .. claims.Select(claim => new SamlAttribute(claim.Name, ValuesOf(claim, application, person)))
                .Where(attribute => attribute.Values.Count > 0),
            .. own ?? [],
        ];
    }

    private IReadOnlyList<string> ValuesOf(ClaimMapping claim, ServiceProviderApplication application, IdpPerson person) =>
        claim.Source is { } source
            ? Values(source, person)
            : [.. claim.Constants.Select(value => settings.Expand(value, application.Segment)
                .Replace("{issuer}", IssuerFor(application), StringComparison.Ordinal))];

    private IReadOnlyList<string> Values(string source, IdpPerson person) =>
        settings.UserFields.TryGetValue(source, out var field) ? person.Values(field) : [];

    /// <summary>Opaque, always the same for one person at one application, SAML core 8.3.7.</summary>
    private string Pairwise(ServiceProviderApplication application, IdpPerson person) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{IssuerFor(application)}\n{application.EntityId}\n{person.ObjectId ?? person.UserName}")));
}
