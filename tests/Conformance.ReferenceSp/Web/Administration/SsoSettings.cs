using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Sessions;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceSp.Web.Administration;

/// <summary>Takes what an administrator has entered: all of it or, where it cannot work, nothing.</summary>
internal sealed class SsoSettings(Service service)
{
    private static readonly string[] Roles = ["Member", "Agent", "Supervisor", "Admin"];

    public static IReadOnlyList<string> RoleNames => Roles;

    public async Task<Notice> SaveAsync(Exchange exchange, Session session, Company company)
    {
        var form = await exchange.FormAsync();
        var known = company.Configuration;
        if (form["action"] == "disable")
        {
            service.Configure(known.WithoutIdentityProvider);
            return new Notice(false, "Single sign-on is off.");
        }

        var entered = exchange.Site.Dress switch
        {
            Dress.JustCall => await JustCallAsync(form, known),
            Dress.Dialpad => Dialpad(form, known),
            _ => known with { IdpMetadataXml = await FileAsync(form, "metadata"), Issuer = null, SingleSignOnUrl = null, Certificates = [] },
        };
        return Keep(session, company, entered) is { } fault
            ? new Notice(true, $"Nothing was saved. {fault}")
            : new Notice(false, "The configuration is saved.");
    }

    private string? Keep(Session session, Company company, CompanyConfiguration entered)
    {
        var changes = entered.Issuer != company.Configuration.Issuer || entered.SingleSignOnUrl != company.Configuration.SingleSignOnUrl
            || entered.IdpMetadataXml != company.Configuration.IdpMetadataXml || !entered.Certificates.SequenceEqual(company.Configuration.Certificates);
        var isProven = !changes && company.IsProven;
        var startsToEnforce = !entered.PasswordLoginAllowed && company.Configuration.PasswordLoginAllowed;
        if (service.Blueprint.RefusesBadSettings && FirstFault(entered) is { } fault)
        {
            return fault;
        }

        if (service.Blueprint.WantsProof && startsToEnforce && !isProven)
        {
            return "Sign in once by single sign-on with this configuration before you prevent the other ways; else nobody could sign in if it is wrong.";
        }

        if (!service.Blueprint.KeepsSettings)
        {
            return null;
        }

        try
        {
            service.Configure(entered);
        }
        catch (CompanyConfigurationException exception) when (service.Blueprint.RefusesBadSettings)
        {
            return exception.Message;
        }
        catch (CompanyConfigurationException)
        {
            service.Companies.Put(new Company
            {
                Configuration = entered,
                Issuer = entered.Issuer ?? "",
                SingleSignOnUrl = entered.SingleSignOnUrl ?? "",
                Binding = default,
                Keys = [],
                CertificateTexts = [],
            });
        }

        service.Companies.FindByKey(company.Key)!.IsProven = isProven;
        if (startsToEnforce && service.Blueprint.EndsOtherSessions)
        {
            service.Memory.Sessions.EndAllOf(other => !other.IsBySingleSignOn
                && other.User.Company == session.User.Company && other.User.Dress == session.User.Dress
                && !Ascii.EqualsIgnoreCase(other.User.Email, entered.BreakGlass ?? ""));
        }

        return null;
    }

    // Named as the page names the fields, so that the administrator knows which one to look at.
    private static string? FirstFault(CompanyConfiguration entered)
    {
        if (entered.IdpMetadataXml is not null)
        {
            return null;
        }

        var names = FieldNames(entered.Dress);
        return !Uri.TryCreate(entered.SingleSignOnUrl, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps ? $"\"{names.Url}\" is no https address."
            : string.IsNullOrWhiteSpace(entered.Issuer) ? $"\"{names.Issuer}\" is empty."
            : entered.Certificates.Count == 0 || string.IsNullOrWhiteSpace(entered.Certificates[0]) ? "\"Certificate\" is empty."
            : null;
    }

    public static (string Url, string Issuer) FieldNames(Dress dress) =>
        dress == Dress.Dialpad ? ("IdP SSO URL", "IdP Entity ID (Issuer)") : ("SSO URL", "Issuer / Entity ID");

    private static async Task<CompanyConfiguration> JustCallAsync(IFormCollection form, CompanyConfiguration known)
    {
        var certificate = await FileAsync(form, "certificate");
        return known with
        {
            SingleSignOnUrl = form["url"].ToString().Trim(),
            Issuer = form["issuer"].ToString().Trim(),

            // A file field cannot be filled in beforehand: no new file means the one that is there.
            Certificates = certificate is null ? known.Certificates : [certificate],
            DefaultRole = Roles.Contains(form["role"].ToString(), StringComparer.Ordinal) ? form["role"].ToString() : known.DefaultRole,
        };
    }

    private static CompanyConfiguration Dialpad(IFormCollection form, CompanyConfiguration known) => known with
    {
        SingleSignOnUrl = form["url"].ToString().Trim(),
        Issuer = form["issuer"].ToString().Trim(),
        Certificates = [form["certificate"].ToString().Trim()],
        PasswordLoginAllowed = form["enforce"] != "on",
    };

    private static async Task<string?> FileAsync(IFormCollection form, string name)
    {
        if (form.Files[name] is not { Length: > 0 } file)
        {
            return null;
        }

        using var reader = new StreamReader(file.OpenReadStream());
        return await reader.ReadToEndAsync();
    }
}
