using Conformance.ReferenceSp.Companies;

namespace Conformance.ReferenceSp.Web.Administration;

/// <summary>The single sign-on settings under the words of the set-up articles.</summary>
internal static class SsoPages
{
    private const string JustCallPath = "/settings/security/single-sign-on";
    private const string DialpadPath = "/settings/company/authentication/saml";

    // Waits for the answer, so that the change is in force before anything else is done.
    private const string SendsChanges =
        """
        document.addEventListener("change", event => {
            const request = new XMLHttpRequest();
            request.open("POST", event.target.form.action, false);
            request.send(new FormData(event.target.form));
        });
        """;

    /// <summary>The same page, wrong on purpose: it sends what is changed without being asked to.</summary>
    public static Page SendingChanges(Page page) => page with { Script = SendsChanges, HasContentSecurityPolicy = false };

    public static Page JustCall(Company company, CompanyAddresses addresses, string enable, Notice? notice)
    {
        var configuration = company.Configuration;
        var body = configuration.IsSetUp || enable == "saml" || notice is not null ? JustCallForm(configuration, addresses)
            : enable.Length > 0 ? $"<h2>Choose a protocol</h2><p><a href=\"{JustCallPath}?enable=saml\">SAML 2.0</a></p>"
            : $"<form action=\"{JustCallPath}\"><input type=\"hidden\" name=\"enable\" value=\"yes\"><button type=\"submit\">Enable SSO</button></form>";
        return new Page { Title = "Single Sign-On", Body = $"<h1>Single Sign-On</h1>{notice?.Html}{body}" };
    }

    public static Page Dialpad(Company company, CompanyAddresses addresses, string provider, Notice? notice)
    {
        var configuration = company.Configuration;
        var body = configuration.IsSetUp || provider == "custom" || notice is not null
            ? DialpadForm(configuration, addresses)
            : $"<h2>Choose your provider</h2><p><a href=\"{DialpadPath}?provider=custom\">Custom</a></p>";
        return new Page { Title = "SAML", Body = $"<h1>SAML</h1>{notice?.Html}{body}" };
    }

    public static Page ByMetadata(Company company, CompanyAddresses addresses, Notice? notice) => new()
    {
        Title = "Single sign-on",
        Body = $"""
            <h1>Single sign-on</h1>{notice?.Html}
            {Copy(("ACS URL", addresses.AssertionConsumerServiceUrl), ("SP Entity ID", addresses.EntityId))}
            <p class="note">{(company.Configuration.IsSetUp ? $"Set up with {Pages.Encode(company.Issuer)}." : "Not set up yet.")}</p>
            <form method="post" enctype="multipart/form-data">
            <label for="metadata">Metadata</label><input id="metadata" name="metadata" type="file" required>
            <button type="submit">Import</button></form>
            """,
    };

    private static string JustCallForm(CompanyConfiguration configuration, CompanyAddresses addresses) =>
        $"""
        {Copy(("ACS URL", addresses.AssertionConsumerServiceUrl), ("Entity ID", addresses.EntityId))}
        <form action="{JustCallPath}" method="post" enctype="multipart/form-data">
        {Field("SSO URL", "url", configuration.SingleSignOnUrl)}
        {Field("Issuer / Entity ID", "issuer", configuration.Issuer)}
        <label for="certificate">Certificate</label><input id="certificate" name="certificate" type="file">
        <label for="role">Default Role</label><select id="role" name="role">
        {string.Concat(SsoSettings.RoleNames.Select(role => $"<option{(role == configuration.DefaultRole ? " selected" : "")}>{role}</option>"))}
        </select>
        <button type="submit">Save Configuration</button></form>
        <form action="{JustCallPath}/test" method="post"><button type="submit" class="second">Test Connection</button></form>
        {(configuration.IsSetUp ? $"<form action=\"{JustCallPath}\" method=\"post\"><input type=\"hidden\" name=\"action\" value=\"disable\"><button type=\"submit\" class=\"second\">Disable SSO</button></form>" : "")}
        """;

    private static string DialpadForm(CompanyConfiguration configuration, CompanyAddresses addresses) =>
        $"""
        {Copy(("SP SSO Url (ACS)", addresses.AssertionConsumerServiceUrl), ("SP Entity ID", addresses.EntityId))}
        <form action="{DialpadPath}" method="post">
        {Field("IdP Entity ID (Issuer)", "issuer", configuration.Issuer)}
        {Field("IdP SSO URL", "url", configuration.SingleSignOnUrl)}
        <label for="certificate">Certificate</label>
        <textarea id="certificate" name="certificate" rows="6" cols="48">{Pages.Encode(configuration.Certificates.Count > 0 ? configuration.Certificates[0] : "")}</textarea>
        <label><input type="checkbox" name="enforce" value="on"{(configuration.PasswordLoginAllowed ? "" : " checked")}> Prevent users from logging in with other SSO providers</label>
        <button type="submit">Save</button></form>
        """;

    private static string Copy(params IReadOnlyList<(string Label, string Value)> values) =>
        $"<table aria-label=\"Values to copy\"><tbody>{string.Concat(values.Select(value => $"<tr><th scope=\"row\">{value.Label}</th><td>{Pages.Encode(value.Value)}</td></tr>"))}</tbody></table>";

    private static string Field(string label, string name, string? value) =>
        $"<label for=\"{name}\">{label}</label><input id=\"{name}\" name=\"{name}\" value=\"{Pages.Encode(value)}\" autocomplete=\"off\" spellcheck=\"false\">";
}
