using Conformance.Fakes.IdentityProvider;
using NUnit.Framework;

namespace Conformance.SelfTests.IdentityProvider;

/// <summary>Who may not sign in sees a page, and the service provider gets nothing.</summary>
[CancelAfter(60_000)]
internal sealed class DenialTests
{
    [Test]
    public async Task Denies_people_who_are_not_assigned([Values("plain", "jumpcloud", "entra")] string look)
    {
        var page = await SignInAsync(look, "ursula");

        Assert.That(page.Kind, Is.EqualTo(IdpPages.Unassigned), page.Html);
        Assert.That(page.Text, look == "entra" ? Does.Contain("AADSTS50105: Your administrator has configured the application Example") : Does.Contain("Example"));
    }

    [Test]
    public async Task Entra_details_stand_on_the_page()
    {
        var page = await SignInAsync("entra", "ursula");

        Assert.That(page.Text, Does.Contain("Request Id").And.Contain("Correlation Id").And.Contain("Timestamp"));
        Assert.That(page.Text, Does.Contain("ursula@aerolabs.io"));
    }

    [TestCase("entra", IdpPages.Unassigned)]
    [TestCase("plain", IdpPages.Deliver)]
    public async Task Nested_groups_count_only_where_they_do(string look, string kind) =>
        Assert.That((await SignInAsync(look, "carol", denied: kind == IdpPages.Unassigned)).Kind, Is.EqualTo(kind));

    [TestCase("plain", "locked")]
    [TestCase("jumpcloud", "suspended")]
    [TestCase("entra", "AADSTS50057")]
    public async Task Denies_disabled_accounts(string look, string text)
    {
        var page = await SignInAsync(look, "dora");

        Assert.That(page.Kind, Is.EqualTo(IdpPages.Disabled));
        Assert.That(page.Text, Does.Contain(text));
    }

    [TestCase("entra", "alice@aerolabs.io", IdpPages.WrongPassword, "AADSTS50126")]
    [TestCase("entra", "stranger@aerolabs.io", IdpPages.UnknownUser, "AADSTS50034")]
    [TestCase("jumpcloud", "alice@aerolabs.io", IdpPages.WrongPassword, "not right")]
    [TestCase("jumpcloud", "stranger@aerolabs.io", IdpPages.UnknownUser, "not right")]
    public async Task Asks_again_after_wrong_credentials(string look, string userName, string kind, string text)
    {
        await using var bench = await IdpBench.StartAsync(look);
        using var visitor = bench.Visit();
        bench.Idp.GrantAnswer();

        var page = await visitor.SignInAsync(await visitor.OpenAsync(bench.RedirectUrl(Requests.Xml())), userName, "wrong");
        Assert.That(page.Kind, Is.EqualTo(kind));
        Assert.That(page.Text, Does.Contain(text));
        Assert.That(page[FakeIdentityProvider.UserNameField], Is.EqualTo(userName));

        Assert.That((await visitor.SignInAsync(page, bench.Alice)).Kind, Is.EqualTo(IdpPages.Deliver));
    }

    [Test]
    public async Task Revoked_assignment_denies_a_live_session_and_takes_the_tile_away()
    {
        await using var bench = await IdpBench.StartAsync("jumpcloud");
        using var visitor = bench.Visit();
        bench.Idp.GrantAnswer(2);
        await visitor.SignInAsync(await visitor.OpenAsync(bench.RedirectUrl(Requests.Xml())), bench.Alice);
        Assert.That((await visitor.OpenAsync(bench.Idp.PortalUrl)).Links.Keys, Has.Some.Contains("Example"));

        bench.Idp.Add(bench.Alice with { Groups = [] });

        Assert.That((await visitor.OpenAsync(bench.Idp.PortalUrl)).Links.Keys, Has.None.Contains("Example"));
        Assert.That((await visitor.OpenAsync(bench.RedirectUrl(Requests.Xml("_r2")))).Kind, Is.EqualTo(IdpPages.Unassigned));
    }

    [Test]
    public async Task Denies_everybody_while_the_application_is_inactive([Values("plain", "jumpcloud", "entra")] string look)
    {
        await using var bench = await IdpBench.StartAsync(look, application => application with { Active = false });
        using var visitor = bench.Visit();
        bench.Idp.GrantAnswer();

        var page = await visitor.OpenAsync(bench.RedirectUrl(Requests.Xml()));

        Assert.That(page.Kind, Is.EqualTo(IdpPages.InactiveApplication));
        Assert.That(bench.Idp.Received.Single().Refusal, Is.EqualTo(IdpPages.InactiveApplication));
    }

    private static async Task<ShownPage> SignInAsync(string look, string person, bool denied = true)
    {
        await using var bench = await IdpBench.StartAsync(look);
        using var visitor = bench.Visit();
        bench.Idp.GrantAnswer();
        var page = await visitor.SignInAsync(await visitor.OpenAsync(bench.RedirectUrl(Requests.Xml())), bench.Person(person));
        Assert.That(bench.Idp.Issued, Has.Count.EqualTo(denied ? 0 : 1));
        return page;
    }
}
