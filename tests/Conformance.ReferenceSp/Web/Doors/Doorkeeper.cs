using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Sessions;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceSp.Web.Doors;

/// <summary>Decides at the server who may come in by another way than single sign-on, and lets them in.</summary>
internal sealed class Doorkeeper(Service service)
{
    /// <summary>Whether the door is shut for a person: always decided by the company of their account, never by what a page shows.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="company">The person's company; null: none.</param>
    /// <param name="typed">The e-mail address as it was typed.</param>
    /// <param name="email">The address of the account.</param>
    /// <param name="door">The way in.</param>
    public bool IsShut(Exchange exchange, Company? company, string typed, string email, Door door)
    {
        if (company is null || !service.Blueprint.Enforces(company, typed) || !service.Blueprint.Shuts(door) || service.Blueprint.IsWavedThrough(exchange.Http.Request))
        {
            return false;
        }

        if (door == Door.Password && service.Blueprint.HasBreakGlass && company.Configuration.BreakGlass is { } owner && Ascii.EqualsIgnoreCase(owner, email))
        {
            service.Audit.Add(new AuditEntry("", "break-glass", $"{email} signed in with the emergency password.")
            {
                Time = exchange.Now,
                Company = company.Configuration.Domain,
            });
            return false;
        }

        return true;
    }

    public Company? CompanyOf(ReferenceUser user) => service.Companies.Find(user.Dress, user.Company);

    public Task RefuseAsync(Exchange exchange, Company? company) => service.RefuseAsync(
        exchange, "single-sign-on-only", "Your company requires single sign-on; nothing else signs you in.", StatusCodes.Status403Forbidden, company?.Configuration.Domain);

    public Task LetInAsync(Exchange exchange, ReferenceUser user)
    {
        LoginEndpoints.SignIn(service, exchange, new Session { User = user });
        return exchange.RedirectAsync("/me");
    }
}
