using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Logout;
using Conformance.ReferenceSp.Scim;
using Conformance.ReferenceSp.Sessions;
using Conformance.ReferenceSp.Web.Administration;
using Conformance.ReferenceSp.Web.Doors;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceSp.Web;

/// <summary>The service provider behind its ports: finds the site and the endpoint of each request.</summary>
internal sealed class Service
{
    public const int LargestRequest = 2 * 1024 * 1024;

    private static readonly Lazy<X509Certificate2> MadeSigningCertificate = new(MakeSigningCertificate);
    private static readonly Lazy<X509Certificate2> ForgottenCertificate = new(MakeSigningCertificate);
    private readonly ReferenceServiceProviderOptions _options;
    private readonly LoginEndpoints _login;
    private readonly AcsEndpoint _acs;
    private readonly LogoutEndpoint _logout;
    private readonly ProfileEndpoints _profile;
    private readonly ScimEndpoint _scim;
    private readonly ProvisioningPages _provisioning;
    private readonly PasswordDoor _password;
    private readonly MailDoors _mail;
    private readonly SocialDoors _social;
    private readonly AdminEndpoints _administration;

    public Service(ReferenceServiceProviderOptions options, Blueprint blueprint)
    {
        _options = options;
        Blueprint = blueprint;
        Memory = new Memory(options.People, blueprint.Scim);
        SetUp();
        var keeper = new Doorkeeper(this);
        _login = new LoginEndpoints(this);
        _acs = new AcsEndpoint(this);
        _logout = new LogoutEndpoint(this);
        _password = new PasswordDoor(this, keeper);
        _mail = new MailDoors(this, keeper);
        _social = new SocialDoors(this, keeper);
        _profile = new ProfileEndpoints(this, _password, _logout);
        _administration = new AdminEndpoints(this, _mail, new ConnectionTest(this, _login));
        _scim = new ScimEndpoint(this);
        _provisioning = new ProvisioningPages(this);
    }

    public Blueprint Blueprint { get; }

    public Memory Memory { get; }

    public AuditLog Audit { get; } = new();

    public CompanyDirectory Companies { get; } = new();

    public ScimTokens Tokens { get; } = new();

    public TimeSpan Skew => _options.Skew;

    /// <summary>What the service provider itself asks others with; null: it cannot.</summary>
    public HttpMessageInvoker? Http => _options.Http;

    public int HttpPort { get; set; }

    public X509Certificate2 SigningCertificate => _options.RequestSigningCertificate ?? MadeSigningCertificate.Value;

    /// <summary>What requests are signed with: the published key.</summary>
    public X509Certificate2 RequestCertificate => Blueprint.Front.SignsWithPublishedKey ? SigningCertificate : ForgottenCertificate.Value;

    public void Configure(CompanyConfiguration company)
    {
        var now = _options.Clock.GetUtcNow();
        var put = Company.From(company, now, Blueprint.ExaminesMetadata);
        Companies.Put(put);
        foreach (var (token, mayWrite) in company.ScimTokens)
        {
            Tokens.Add(put.Key, "configured", token, mayWrite, now);
        }
    }

    /// <summary>Forgets everything that was not there at the start.</summary>
    public void Reset()
    {
        Memory.Reset();
        Tokens.Reset();
        Audit.Clear();
        SetUp();
    }

    public CompanyAddresses AddressesOf(Dress dress, string domain, bool plainHttp)
    {
        var company = Companies.Find(dress, domain)
            ?? throw new ArgumentException($"There is no company \"{domain}\" at {dress}.", nameof(domain));
        var site = plainHttp && dress == Dress.Generic ? Site.Plain(HttpPort) : Site.Named.Single(named => named.Dress == dress);
        return Companies.Addresses(site, company);
    }

    public async Task HandleAsync(HttpContext context)
    {
        if (Site.At(context.Request.Host.Host, HttpPort) is not { } site)
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return;
        }

        if (context.Request.Host.Host == Site.MailHost)
        {
            await _mail.InboxAsync(new Exchange(context, site, _options.Clock.GetUtcNow()));
            return;
        }

        if (await IsOutAsync(context))
        {
            return;
        }

        var exchange = new Exchange(context, site, _options.Clock.GetUtcNow()) { SessionCookieIsSecure = Blueprint.Front.SessionCookieIsSecure };
        try
        {
            await RouteAsync(exchange);
        }
        catch (Exception exception) when (exception is BadHttpRequestException or InvalidDataException or IOException)
        {
            // A body that is cut off, too large or no form is the sender's fault.
            await RefuseAsync(exchange, "http", "The request could not be read.", StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>Whether the process can answer nobody any more; then the connection has come to its end.</summary>
    public async Task<bool> IsOutAsync(HttpContext context)
    {
        if (Memory.Health.IsDead)
        {
            _options.Die?.Invoke();
            context.Abort();
        }
        else if (Memory.Health.Taken >= Health.Workers)
        {
            await HangAsync(context);
        }

        return Memory.Health is { IsDead: true } or { Taken: >= Health.Workers };
    }

    /// <summary>Answers nothing, until the browser has waited long enough.</summary>
    public static Task HangAsync(HttpContext context) => Task.WhenAny(Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted));

    public Task RefuseAsync(Exchange exchange, string check, string sentence, int status, string? company = null, string clause = "")
    {
        var id = RandomNumberGenerator.GetHexString(12, lowercase: true);
        Audit.Add(new AuditEntry(id, check, sentence) { Time = exchange.Now, Company = company, Clause = clause });
        return Pages.WriteAsync(exchange, ErrorPage.Of(exchange.Site, check, sentence, id, status, Blueprint));
    }

    private void SetUp()
    {
        Companies.Clear();
        foreach (var company in _options.Companies)
        {
            Configure(company);
        }
    }

    private Task RouteAsync(Exchange exchange)
    {
        var (site, path) = (exchange.Site, exchange.Path);
        var isForResponses = site.Pages == site.Responses || exchange.IsAtResponsesHost;
        foreach (var company in isForResponses ? Companies.Of(site.Dress) : [])
        {
            var addresses = Companies.Addresses(site, company);
            if (addresses.AssertionConsumerServiceUrl == site.Responses + path)
            {
                return _acs.HandleAsync(exchange, company, addresses);
            }

            if (company.Configuration.SingleLogoutUrl is not null && addresses.SingleLogoutUrl == site.Pages + path)
            {
                return _logout.HandleAsync(exchange, company, addresses);
            }

            if (addresses.MetadataUrl == site.Responses + path)
            {
                return MetadataPage.WriteAsync(exchange, company, addresses, SigningCertificate, Blueprint.Front);
            }
        }

        if (exchange.IsAtResponsesHost)
        {
            return path == "/oauth2/authorize" ? _login.AuthorizeAsync(exchange) : NotFoundAsync(exchange);
        }

        return path switch
        {
            _ when ScimEndpoint.IsAt(path) => _scim.HandleAsync(exchange),
            _ when ProvisioningPages.IsAt(path) => _provisioning.HandleAsync(exchange),
            "/" => exchange.RedirectAsync("/me"),
            "/login" => _login.LoginAsync(exchange),
            "/login/sso" => _login.SingleSignOnAsync(exchange),
            "/login/password" => _password.SignInAsync(exchange),
            "/api/token" => _password.TokenAsync(exchange),
            "/login/forgot" => _mail.AskAsync(exchange, Door.PasswordReset),
            "/login/link" => _mail.AskAsync(exchange, Door.MagicLink),
            "/login/mailed" => _mail.OpenAsync(exchange),
            "/signup" => _mail.AskAsync(exchange, Door.SignUp),
            "/login/google" => SocialDoors.StartAsync(exchange, Door.Google),
            "/login/google/callback" => _social.FinishAsync(exchange, Door.Google),
            "/login/microsoft" => SocialDoors.StartAsync(exchange, Door.Microsoft),
            "/login/microsoft/callback" => _social.FinishAsync(exchange, Door.Microsoft),
            "/login/callback" => _login.CallbackAsync(exchange),
            "/me" or "/me.json" => _profile.ProfileAsync(exchange),
            "/refresh" when _options.Fetch is not null => RefreshMetadataAsync(exchange),
            "/logout" => _profile.SignOutAsync(exchange),
            _ when AdminEndpoints.Has(path) => _administration.HandleAsync(exchange),
            _ when path.StartsWith("/app/", StringComparison.Ordinal) => _profile.AppAsync(exchange),
            _ => NotFoundAsync(exchange),
        };
    }

    private async Task RefreshMetadataAsync(Exchange exchange)
    {
        foreach (var configuration in _options.Companies.Where(company => company.IdpMetadataUrl is not null && company.Dress == exchange.Site.Dress))
        {
            try
            {
                var metadata = await _options.Fetch!(configuration.IdpMetadataUrl!, exchange.Http.RequestAborted);
                Configure(Blueprint.Refresh(configuration, metadata, exchange.Now));
            }
            catch (CompanyConfigurationException exception)
            {
                // What cannot be taken leaves everything as it was.
                await RefuseAsync(exchange, "metadata", exception.Message, StatusCodes.Status409Conflict, configuration.Domain);
                return;
            }
        }

        await exchange.RedirectAsync("/me");
    }

    private Task NotFoundAsync(Exchange exchange) =>
        RefuseAsync(exchange, "not-found", "There is no such page here.", StatusCodes.Status404NotFound);

    private static X509Certificate2 MakeSigningCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Reference service provider", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
