using System.Globalization;
using System.Net;
using Conformance.Fakes.IdentityProvider.Serving;
using Conformance.Fakes.Stubs;
using Conformance.Saml.Forging;

namespace Conformance.Fakes.IdentityProvider.Pages;

/// <summary>Makes the pages that people see.</summary>
internal sealed class PageFactory(IdentityProviderSettings settings, TimeProvider clock, IdSource ids)
{
    private readonly PageLayout _layout = new(settings);

    public StubResponse SignIn(string action, string login, Refusal? refusal = null, string name = "")
    {
        var labels = settings.Labels;
        var alert = refusal is null ? "" : $"""<p class="alert" role="alert" id="alert">{ErrorLine(refusal, null)}</p>""";
        var describedBy = refusal is null ? "" : """ aria-invalid="true" aria-describedby="alert" """;
        return Page(refusal?.Kind ?? IdpPages.SignIn, labels.Button, $"""
            {alert}
            <form method="post" action="{Encode(action)}">
            <input type="hidden" name="login" value="{Encode(login)}">
            <label for="username">{Encode(labels.UserName)}</label>
            <input id="username" name="{FakeIdentityProvider.UserNameField}" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" required value="{Encode(name)}"{describedBy}>
            <label for="password">{Encode(labels.Password)}</label>
            <input id="password" name="{FakeIdentityProvider.PasswordField}" type="password" autocomplete="current-password" required{describedBy}>
            <div class="actions"><button type="submit">{Encode(labels.Button)}</button></div>
            </form>
            """, heading: "Sign in");
    }

    public StubResponse Waiting(ServiceProviderApplication application) => Page(IdpPages.Waiting, "Signed in", $"""
        <p>You are signed in. Nothing has been sent to {Encode(application.Name)}.</p>
        """);

    public StubResponse Portal(IdpPerson person, IReadOnlyList<(string Name, string Url)> tiles, string signOut)
    {
        var items = string.Concat(tiles.Select(tile =>
            $"<li><a data-initial=\"{Encode(Initial(tile.Name))}\" href=\"{Encode(tile.Url)}\">{Encode(tile.Name)}</a></li>\n"));
        var list = tiles.Count == 0 ? "<p>You have no applications.</p>" : $"<ul class=\"tiles\">\n{items}</ul>";
        return Page(IdpPages.Portal, "Applications", $"""
            <p class="who">Signed in as {Encode(person.DisplayName ?? person.UserName)} ({Encode(person.Email ?? person.UserName)})</p>
            {list}
            <p><a href="{Encode(signOut)}">Sign out</a></p>
            """, wide: true);
    }

    public StubResponse SignedOut() => Page(IdpPages.SignedOut, "Signed out", "<p>You are signed out here.</p>");

    public StubResponse Gone() => Page(
        IdpPages.Gone, "Nothing here any more", "<p>This address was for one use, and that is over. Start again at the application.</p>", 410);

    /// <summary>A page that says why, and that the application hears nothing of.</summary>
    public StubResponse Refuse(Refusal refusal, ServiceProviderApplication? application = null, int? status = null)
    {
        var details = settings.Look == IdpLook.Entra ? EntraDetails(refusal) : "";
        var heading = settings.Look == IdpLook.Entra ? "Sign in" : refusal.Kind == IdpPages.Unassigned ? "Access denied" : "You cannot be signed in";
        return Page(refusal.Kind, heading, $"""
            <p class="alert" role="alert">{ErrorLine(refusal, application)}</p>
            {details}
            """, status ?? StatusOf(refusal.Kind));
    }

    /// <summary>A form that sends itself, or for GET a redirect.</summary>
    public StubResponse Deliver(string action, IReadOnlyList<KeyValuePair<string, string>> form, HttpMethod method)
    {
        if (method == HttpMethod.Get)
        {
            var query = string.Join('&', form.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
            return StubResponse.Redirect($"{action}{(action.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}");
        }

        var inputs = string.Concat(form.Select(field =>
            $"<input type=\"hidden\" name=\"{EncodeExactly(field.Key)}\" value=\"{EncodeExactly(field.Value)}\">\n"));

        // The prototype's submit, because a field may itself be called "submit".
        return Page(IdpPages.Deliver, "Signing you in", $"""
            <form method="{method.Method.ToLowerInvariant()}" action="{Encode(action)}" accept-charset="utf-8">
            {inputs}<noscript><p>Scripts are off: press the button once.</p><div class="actions"><button>Continue</button></div></noscript>
            </form>
            <script>HTMLFormElement.prototype.submit.call(document.forms[0]);</script>
            """);
    }

    /// <summary>Code and sentence of a refusal, as text.</summary>
    public string Sentence(Refusal refusal, ServiceProviderApplication? application)
    {
        var error = settings.Errors.GetValueOrDefault(refusal.Kind)
            ?? new IdpError(null, $"The identity provider refuses: {refusal.Kind}.");
        var words = new List<(string Name, string? Value)>(refusal.Words)
        {
            ("application", application?.Name ?? "This application"),
            ("application-id", application?.Id ?? ""),
            ("issuer", application?.EntityId ?? ""),
            ("organisation", settings.Organisation),
            ("tenant", settings.Tenant),
        };
        var text = words.Aggregate(error.Text, (sentence, word) =>
            sentence.Replace($"{{{word.Name}}}", word.Value, StringComparison.Ordinal));
        return error.Code is null ? text : $"{error.Code}: {text}";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    // As a reference: a browser turns a bare line break in a form field's value into CR LF, or drops it.
    private static string EncodeExactly(string text) => WebUtility.HtmlEncode(text)
        .Replace("\r", "&#13;", StringComparison.Ordinal).Replace("\n", "&#10;", StringComparison.Ordinal);

    private static string Initial(string name) => StringInfo.GetNextTextElement(name).ToUpperInvariant();

    private static int StatusOf(string kind) => kind switch
    {
        IdpPages.Unassigned or IdpPages.Disabled or IdpPages.InactiveApplication => 403,
        IdpPages.UnknownApplication => 404,
        _ => 400,
    };

    private string ErrorLine(Refusal refusal, ServiceProviderApplication? application) => Encode(Sentence(refusal, application));

    private string EntraDetails(Refusal refusal) => $"""
        <h2>Troubleshooting details</h2>
        <dl>
        <dt>Request Id</dt><dd>{NewGuid()}</dd>
        <dt>Correlation Id</dt><dd>{NewGuid()}</dd>
        <dt>Timestamp</dt><dd>{clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}</dd>
        <dt>Error code</dt><dd>{Encode(settings.Errors.GetValueOrDefault(refusal.Kind)?.Code ?? "none")}</dd>
        </dl>
        """;

    private string NewGuid() => new Guid(ids.NextBytes(16)).ToString();

    private StubResponse Page(
        string kind, string title, string content, int status = 200, string? heading = null, bool wide = false) =>
        StubResponse.Html(_layout.Render(kind, title, heading ?? title, content, wide), status);
}
