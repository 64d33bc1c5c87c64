using Conformance.ReferenceSp.Companies;

namespace Conformance.ReferenceSp.Web;

/// <summary>Says in plain words what is wrong, with an id by which the operator finds the refusal.</summary>
internal static class ErrorPage
{
    public static Page Of(Site site, string check, string sentence, string id, int status, Blueprint blueprint) =>
        blueprint.Front.ExplainsRefusals ? Explain(site, check, sentence, id, status, blueprint) : new Page { Title = "", Status = status, Body = "", IsBare = true };

    private static Page Explain(Site site, string check, string sentence, string id, int status, Blueprint blueprint) => new()
    {
        Title = Headline(check),
        Status = status,
        HasContentSecurityPolicy = blueprint.SendsContentSecurityPolicy,
        Body = $"""
            <h1>{Headline(check)}</h1>
            <p class="error" role="alert">{blueprint.Encode(sentence)}</p>
            <p>If this goes on, tell {site.Product} support this id: <strong data-testid="correlation-id">{id}</strong></p>
            <p class="note">Check: <span data-testid="check">{Pages.Encode(check)}</span></p>
            <p><a href="/login">Back to log in</a></p>
            """,
    };

    private static string Headline(string check) => check switch
    {
        "response-signature" or "assertion-signature" or "signature-algorithms" or "signatures" => "Certificate error",
        "audience" or "recipient" or "destination" => "Response issue",
        "required-attributes" or "account-name" or "attributes" or "name-id" => "Attribute mapping error",
        "account" or "verified-domain" or "suspended" => "User not recognized",
        "company" or "not-activated" or "not-set-up" => "Single sign-on is not available",
        "password" or "single-sign-on-only" or "token" => "Not logged in",
        "administration" => "Administrators only",
        "plan" => "Not in your plan",
        "not-found" => "Page not found",
        _ => "Sign-in refused",
    };
}
