using Conformance.ReferenceSp.Companies;

namespace Conformance.ReferenceSp.Web;

/// <summary>The login page of each product, under the product's own labels.</summary>
internal static class LoginPage
{
    public static Page Of(Site site, string returnTo, bool offersPassword)
    {
        var button = site.Dress == Dress.Dialpad ? "Login with Another Provider" : "Sign in with SSO";
        var others = site.Dress == Dress.Dialpad
            ? """
              <form action="/login/google"><button type="submit" class="second">Log in with Google</button></form>
              <form action="/login/microsoft"><button type="submit" class="second">Log in with Microsoft</button></form>
              """
            : "";
        var password = offersPassword ? $"<hr>{PasswordForm(isMain: false)}" : "";
        return new Page
        {
            Title = "Log in",
            Body = $"""
                <h1>Log in to {site.Product}</h1>
                <form action="/login/sso" method="get">{ReturnField(returnTo)}<button type="submit">{button}</button></form>
                {others}
                {password}
                """,
        };
    }

    public static Page CompanyQuestion(Site site, string returnTo)
    {
        var (label, name, type, button) = site.Dress switch
        {
            Dress.Dialpad => ("Company domain", "domain", "text", "Next"),
            Dress.Aircall => ("Company e-mail", "email", "email", "Continue"),
            _ => ("E-mail", "email", "email", "Continue"),
        };
        return new Page
        {
            Title = "Single sign-on",
            Body = $"""
                <h1>Sign in with your company</h1>
                <form action="/login/sso" method="get">{ReturnField(returnTo)}
                <label for="company">{label}</label>
                <input id="company" name="{name}" type="{type}" required autocomplete="off" autocapitalize="none" spellcheck="false">
                <button type="submit">{button}</button></form>
                <p class="note">You will be sent to your company's sign-in page.</p>
                <p><a href="/login">Back to log in</a></p>
                """,
        };
    }

    public static Page Password(Site site) => new()
    {
        Title = "Log in",
        Body = $"<h1>Log in to {site.Product}</h1>{PasswordForm(isMain: true)}",
    };

    private static string PasswordForm(bool isMain) =>
        $"""
        <form action="/login/password" method="post">
        <label for="email">E-mail address</label>
        <input id="email" name="email" type="email" required autocomplete="username">
        <label for="password">Password</label>
        <input id="password" name="password" type="password" required autocomplete="current-password">
        <button type="submit"{(isMain ? "" : " class=\"second\"")}>Log in</button></form>
        <p><a href="/login/forgot">Forgot password?</a> · <a href="/login/link">E-mail me a link</a> · <a href="/signup">Sign up</a></p>
        """;

    private static string ReturnField(string returnTo) =>
        returnTo == "/me" ? "" : $"<input type=\"hidden\" name=\"returnTo\" value=\"{Pages.Encode(returnTo)}\">";
}
