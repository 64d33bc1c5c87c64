using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using System.Xml.Linq;
using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Encryption;
using Conformance.ReferenceSp.Sessions;
using Conformance.ReferenceSp.Web;
using Conformance.ReferenceSp.Xml;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceSp.Logout;

/// <summary>Single logout, by HTTP-Redirect and, for what comes in, HTTP-POST: asks the identity provider, and does as it asks (saml-profiles 4.4).</summary>
internal sealed class LogoutEndpoint(Service service)
{
    private readonly ConcurrentDictionary<string, string> _waiting = new(StringComparer.Ordinal);

    private LogoutBlueprint Rules => service.Blueprint.Front.Logout;

    /// <summary>Ends a session here and asks the identity provider to end its own; <c>null</c> where there is no single logout.</summary>
    public Task? Start(Exchange exchange, Session session)
    {
        if (service.Companies.Find(session.User.Dress, session.User.Company) is not { Configuration.SingleLogoutUrl: { } url } company || session.NameId is null)
        {
            return null;
        }

        var request = LogoutMessages.Request(service.Companies.Addresses(exchange.Site, company), url, session, exchange.Now);
        Rules.ShapeRequest(request);
        if (Rules.EndsLocallyFirst)
        {
            End(exchange);
        }
        else
        {
            _waiting[request.Attribute("ID")!.Value] = exchange.Cookie(exchange.SessionCookieName) ?? string.Empty;
        }

        return SendAsync(exchange, url, "SAMLRequest", request, relayState: null);
    }

    public async Task HandleAsync(Exchange exchange, Company company, CompanyAddresses addresses)
    {
        LogoutMessage message;
        try
        {
            message = await ReadAsync(exchange);
        }
        catch (Exception exception) when (exception is FormatException or XmlException or InvalidDataException)
        {
            await service.RefuseAsync(exchange, "logout", "The logout message cannot be read.", StatusCodes.Status400BadRequest);
            return;
        }

        service.Blueprint.AfterMessage(service.Memory.Health, message.Root, company);
        if (Fault(message, company, addresses, exchange) is { } fault)
        {
            await service.RefuseAsync(exchange, "logout", fault, StatusCodes.Status403Forbidden, company.Configuration.Domain);
            return;
        }

        await (message.Root.Is("LogoutRequest", XmlNames.Protocol)
            ? AnswerAsync(exchange, message, company, addresses)
            : FinishAsync(exchange, message));
    }

    private async Task<LogoutMessage> ReadAsync(Exchange exchange)
    {
        var query = exchange.Http.Request.QueryString.Value ?? string.Empty;
        if (!exchange.IsPost)
        {
            return RedirectMessage.Read(query, Rules.QueryMessages);
        }

        var form = await exchange.FormAsync();
        return Rules.TakesQueryForForm && query.Contains("Signature=", StringComparison.Ordinal)
            ? PostedMessage.Read(form, (_, company) => RedirectMessage.Read(query, RedirectMessage.OnlyMessage).IsSignedBy(company), isSignedBeside: true)
            : PostedMessage.Read(form, Rules.PostedIsSigned);
    }

    private static string LogoutUrl(CompanyAddresses addresses) => addresses.SingleLogoutUrl;

    private string? Fault(LogoutMessage message, Company company, CompanyAddresses addresses, Exchange exchange)
    {
        var root = message.Root;
        if (Rules.EndsOnAnyAnswer && root.LocalName == "LogoutResponse")
        {
            return null;
        }

        if (message.IsSigned ? Rules.VerifiesSignature && !message.IsSignedBy(company) : Rules.RequiresSignature)
        {
            return "The logout message was not signed by the identity provider.";
        }

        if (Rules.ChecksIssuer && root.Element("Issuer", XmlNames.Assertion)?.Text() != company.Issuer)
        {
            return "The logout message is by another Issuer.";
        }

        if (Rules.ChecksDestination && root.Value("Destination") is { } destination && destination != LogoutUrl(addresses))
        {
            return "The logout message was sent to another address.";
        }

        if (Rules.ChecksTime && root.Value("NotOnOrAfter") is { } end && !(SamlTime.Parse(end) + service.Skew > exchange.Now))
        {
            return "The logout message is over.";
        }

        return Rules.ChecksTime && root.LocalName == "LogoutRequest" && !service.Memory.Assertions.Remember("logout " + root.Value("ID"), exchange.Now.AddHours(1), exchange.Now)
            ? "The logout message was used before."
            : null;
    }

    private Task AnswerAsync(Exchange exchange, LogoutMessage message, Company company, CompanyAddresses addresses)
    {
        var name = NameId(message.Root, company);
        var indexes = message.Root.Elements("SessionIndex", XmlNames.Protocol).Select(index => index.Text()).ToList();
        bool IsMeant(Session session) => session.User.Company == company.Configuration.Domain
            && (!Rules.EndsOnlyWhatIsMeant || (session.NameId == name && (indexes.Count == 0 ? Rules.EndsAllWithoutIndex : session.SessionIndex is { } own && indexes.Contains(own))));

        if (!Rules.AnswersForUnknownSession && !service.Memory.Sessions.Any(IsMeant))
        {
            return service.RefuseAsync(exchange, "logout", "There is no such session.", StatusCodes.Status404NotFound);
        }

        if (Rules.EndsSessions)
        {
            service.Memory.Sessions.EndAllOf(IsMeant);
        }

        var url = company.Configuration.SingleLogoutUrl!;
        var response = LogoutMessages.Response(addresses, url, message.Root.Value("ID") ?? string.Empty, exchange.Now);
        Rules.ShapeResponse(response);
        return SendAsync(exchange, url, "SAMLResponse", response, Rules.ReturnsRelayState ? message.RelayState : null);
    }

    private Task FinishAsync(Exchange exchange, LogoutMessage message)
    {
        var isSuccess = message.Root.Element("Status", XmlNames.Protocol)?.Element("StatusCode", XmlNames.Protocol)?.Value("Value") == XmlNames.Success;
        if (_waiting.TryRemove(message.Root.Value("InResponseTo") ?? string.Empty, out var session) && (isSuccess || Rules.EndsWhateverIsAnswered))
        {
            service.Memory.Sessions.End(session);
        }

        if (Rules.EndsOnAnyAnswer)
        {
            End(exchange);
        }

        return service.Blueprint.Front.AfterSignOut is { } next
            ? exchange.RedirectAsync(next)
            : Pages.WriteAsync(exchange, ProfilePage.SignedOut(exchange.Site));
    }

    private string? NameId(XmlElement root, Company company)
    {
        if (root.Element("EncryptedID", XmlNames.Assertion) is { } encrypted)
        {
            try
            {
                return Rules.OpensEncryptedId ? Decryption.Open(encrypted, [.. company.DecryptionKeys]).Text() : null;
            }
            catch (CryptographicException)
            {
                return null;
            }
        }

        return root.Element("NameID", XmlNames.Assertion)?.Text();
    }

    private void End(Exchange exchange)
    {
        if (service.Blueprint.EndsSessionAtServer)
        {
            service.Memory.Sessions.End(exchange.Cookie(exchange.SessionCookieName));
        }

        exchange.DeleteCookie(exchange.SessionCookieName, SameSiteMode.Lax);
    }

    private Task SendAsync(Exchange exchange, string url, string field, XElement message, string? relayState)
    {
        using var key = Rules.Signs ? service.SigningCertificate.GetRSAPrivateKey() : null;
        return exchange.RedirectAsync(RedirectMessage.Address(url, field, message.ToString(SaveOptions.DisableFormatting), relayState, key));
    }
}
