namespace Conformance.ReferenceSp.Companies;

/// <summary>The companies, in the order in which they were added.</summary>
internal sealed class CompanyDirectory
{
    private readonly Lock _lock = new();
    private Company[] _companies = [];

    public IReadOnlyCollection<Company> All => _companies;

    public void Put(Company company)
    {
        lock (_lock)
        {
            var index = Array.FindIndex(_companies, known => known.Key == company.Key);
            var copy = index < 0 ? [.. _companies, company] : _companies.ToArray();
            if (index >= 0)
            {
                company.HasEnforced = copy[index].HasEnforced || !copy[index].AllowsOtherWays;
                company.FormerKeys = copy[index].FormerKeys is { Count: > 0 } first ? first : copy[index].Keys;
                copy[index] = company;
            }

            _companies = copy;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _companies = [];
        }
    }

    public IEnumerable<Company> Of(Dress dress) => _companies.Where(company => company.Configuration.Dress == dress);

    public Company? Find(Dress dress, string domain) =>
        Of(dress).FirstOrDefault(company => Ascii.EqualsIgnoreCase(company.Configuration.Domain, domain.Trim()));

    public Company? FindByEmail(Dress dress, string email) =>
        Of(dress).FirstOrDefault(company => company.VerifiedDomains.Any(
            domain => Ascii.EqualsIgnoreCase(domain, email[(email.LastIndexOf('@') + 1)..].Trim())));

    public Company? FindByKey(string key) => _companies.FirstOrDefault(company => company.Key == key);

    public CompanyAddresses Addresses(Site site, Company company) =>
        site.Addresses(company, Of(site.Dress).FirstOrDefault() is { } first && first.Key == company.Key);
}
