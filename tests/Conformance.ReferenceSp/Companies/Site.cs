namespace Conformance.ReferenceSp.Companies;

/// <summary>One product at its host names.</summary>
/// <param name="Dress">The product.</param>
/// <param name="Pages">Scheme and host of the pages people see.</param>
/// <param name="Responses">Scheme and host that responses are posted to.</param>
internal sealed record Site(Dress Dress, string Pages, string Responses)
{
    public static IReadOnlyList<Site> Named { get; } =
    [
        new(Dress.Generic, "https://sp.example", "https://sp.example"),
        new(Dress.Aircall, "https://dashboard.aircall.io", "https://sso.aircall.io"),
        new(Dress.JustCall, "https://app.justcall.io", "https://app.justcall.io"),
        new(Dress.Dialpad, "https://dialpad.com", "https://dialpad.com"),
    ];

    /// <summary>Where people read the messages that the service provider has sent them.</summary>
    public const string MailHost = "mail.example";

    public static IReadOnlyList<string> Hosts { get; } =
        [MailHost, .. Named.SelectMany(site => new[] { site.Pages, site.Responses }).Select(address => new Uri(address).Host).Distinct()];

    public bool IsSecure => Pages.StartsWith("https:", StringComparison.Ordinal);

    /// <summary>The name people know the product by.</summary>
    public string Product => Dress == Dress.Generic ? "Example" : Dress.ToString();

    /// <summary>The site at a host name; null when none is there. Plain http on loopback is the generic one at its own port.</summary>
    public static Site? At(string host, int httpPort) => host is "127.0.0.1" or "localhost"
        ? Plain(httpPort)
        : host == MailHost ? Named[0]
        : Named.FirstOrDefault(site => new Uri(site.Pages).Host == host || new Uri(site.Responses).Host == host);

    public static Site Plain(int httpPort) => new(Dress.Generic, $"http://127.0.0.1:{httpPort}", $"http://127.0.0.1:{httpPort}");

    /// <summary>A company's addresses at this site.</summary>
    public CompanyAddresses Addresses(Company company, bool isFirst)
    {
        var (domain, id) = (company.Configuration.Domain, company.Id);
        var root = isFirst ? Pages : $"{Pages}/{domain}";
        var metadata = Dress switch
        {
            Dress.Aircall => $"{Responses}/saml2/metadata",
            Dress.JustCall => $"{Pages}/sso/saml/{id}/metadata",
            Dress.Dialpad => $"{Pages}/api/saml/metadata/custom/{domain}",
            _ => $"{root}/saml/metadata",
        };
        return new CompanyAddresses
        {
            EntityId = Dress == Dress.Aircall ? "urn:amazon:cognito:sp:us-west-2_hZkGBmIsz" : metadata,
            AssertionConsumerServiceUrl = Dress switch
            {
                Dress.Aircall => $"{Responses}/saml2/idpresponse",
                Dress.JustCall => $"{Pages}/sso/saml/{id}/acs",
                Dress.Dialpad => $"{Pages}/saml/sso/custom/{domain}",
                _ => $"{root}/saml/acs",
            },
            SingleLogoutUrl = $"{root}/saml/slo",
            StartUrl = Dress switch
            {
                Dress.Aircall => $"{Pages}/login/sso?company={domain}",
                Dress.JustCall => $"{Pages}/login/sso?email=someone%40{domain}",
                Dress.Dialpad => $"{Pages}/login/sso?domain={domain}",
                _ => isFirst ? $"{Pages}/login" : $"{Pages}/login?company={domain}",
            },
            ProfileUrl = $"{Pages}/me",
            MetadataUrl = metadata,
        };
    }
}
