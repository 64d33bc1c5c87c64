using Conformance.Fakes.Stubs;
using Conformance.Player.Browsers;
using Conformance.Player.Drivers;
using Conformance.SelfTests.Network;
using NUnit.Framework;

namespace Conformance.SelfTests.Drivers;

/// <summary>The browser driver comes to rest where a person would go on, and says what hinders it.</summary>
[CancelAfter(120_000)]
internal sealed class BrowserDriverTests
{
    private static readonly DriverLimits Limits = new(TimeSpan.FromSeconds(4));
    private LoopbackBench _bench = null!;
    private BrowserLaunch _launch = null!;
    private HttpClient _http = null!;
    private BrowserDriver _driver = null!;

    [SetUp]
    public async Task SetUp()
    {
        _bench = await LoopbackBench.StartAsync("sp.example", "idp.example");
        _launch = await BrowserLaunch.StartAsync(new BrowserSettings(), _bench.Authority, TestContext.Progress.WriteLine);
        _http = _bench.CreateClient();
        _driver = await BrowserDriver.CreateAsync(
            await _launch.NewContextAsync(_bench.Proxy), Limits, () => new HttpDriver(_http, Limits, TimeProvider.System), TimeProvider.System);
    }

    [TearDown]
    public async Task TearDown()
    {
        await _driver.DisposeAsync();
        _http.Dispose();
        await _launch.DisposeAsync();
        await _bench.DisposeAsync();
    }

    [Test]
    public async Task A_download_leaves_its_page()
    {
        Answer("/next", StubResponse.Text("a,b").With("Content-Disposition", "attachment; filename=people.csv"));
        Page("""<h1>Here</h1><a href="/next">Go on</a>""");

        await _driver.OpenAsync("https://sp.example/", CancellationToken.None);
        var page = await _driver.ClickAsync("Go on", CancellationToken.None);

        Assert.That((page.Trouble, page.Text), Is.EqualTo(((string?)null, "Here\nGo on")));
    }

    [TestCase("""<form method="post" action="/next"><input type="hidden" name="SAMLResponse" value="x"></form><script>document.forms[0].submit()</script>""", TestName = "a form that submits itself")]
    [TestCase("<script>location.replace('/next')</script>", TestName = "a script that goes on")]
    [TestCase("""<meta http-equiv="refresh" content="0; url=/next">""", TestName = "a page that refreshes itself")]
    public async Task What_a_page_goes_on_to_is_waited_for(string html)
    {
        Answer("/next", StubResponse.Html("<h1>There</h1>") with { Delay = TimeSpan.FromSeconds(1) });
        Page(html);

        var page = await _driver.OpenAsync("https://sp.example/", CancellationToken.None);

        Assert.That((page.Trouble, page.Text.Trim(), page.Url), Is.EqualTo(((string?)null, "There", "https://sp.example/next")));
    }

    [Test]
    public async Task Pages_whose_answers_are_told_late_are_waited_for_once()
    {
        Page(string.Concat(Enumerable.Range(1, 20).Select(number => $"""<a href="/{number}">To {number}</a> """)));
        for (var number = 1; number <= 20; number++)
        {
            Answer($"/{number}", StubResponse.Redirect($"/landed/{number}"));
            Answer($"/landed/{number}", StubResponse.Html($"<h1>Page {number}</h1>").With("Set-Cookie", $"page={number}; Secure; HttpOnly"));
        }

        for (var number = 1; number <= 20; number++)
        {
            await _driver.OpenAsync("https://sp.example/", CancellationToken.None);
            var page = await _driver.ClickAsync($"To {number}", CancellationToken.None);
            Assert.That((page.Trouble, page.Text.Trim()), Is.EqualTo(((string?)null, $"Page {number}")));
        }
    }

    [Test]
    public async Task Every_kind_of_field_is_filled()
    {
        Page("""
            <form action="/next"><label>Name <input name="name"></label><label>Note <textarea name="note"></textarea></label>
            <label for="role">Role</label><select id="role" name="role"><option>Viewer<option>Agent</select><label>Team: <select name="team"><option>East<option>West</select></label>
            <label><input type="checkbox" name="on" value="yes"> Switch</label><button>Save</button></form>
            """);
        Answer("/next", StubResponse.Html("<h1>Saved</h1>"));

        await _driver.OpenAsync("https://sp.example/", CancellationToken.None);
        foreach (var (label, value) in new[] { ("Name", "Ada"), ("Note", "two\nlines"), ("Role", "Agent"), ("Team", "West"), ("Switch", "true") })
        {
            await _driver.FillAsync(label, value, CancellationToken.None);
        }

        Assert.That(await _driver.ReadValueAsync("Role", CancellationToken.None), Is.EqualTo("Agent"));
        Assert.That(await _driver.ReadValueAsync("Team", CancellationToken.None), Is.EqualTo("West"));
        var page = await _driver.ClickAsync("Save", CancellationToken.None);
        Assert.That(page.Url, Is.EqualTo("https://sp.example/next?name=Ada&note=two%0D%0Alines&role=Agent&team=West&on=yes"));
    }

    [Test]
    public async Task What_is_not_there_is_said_with_what_is()
    {
        Page("""<label>Name <input name="name"></label><button>Save</button>""");

        await _driver.OpenAsync("https://sp.example/", CancellationToken.None);

        await Assert.ThatAsync(
            () => _driver.FillAsync("E-mail", "x", CancellationToken.None),
            Throws.TypeOf<StepFailedException>().With.Message.StartWith("The page https://sp.example/ has no field labelled \"E-mail\".").And.Message.Contains("Save"));
        await Assert.ThatAsync(
            () => _driver.ClickAsync("Log in", CancellationToken.None),
            Throws.TypeOf<StepFailedException>().With.Message.StartWith("The page https://sp.example/ has no button or link \"Log in\"."));
    }

    [Test]
    public async Task A_field_that_cannot_be_filled_in_is_said_to_be_so()
    {
        Page("""<label>Name <input name="name" disabled></label>""");

        await _driver.OpenAsync("https://sp.example/", CancellationToken.None);

        await Assert.ThatAsync(
            () => _driver.FillAsync("Name", "Ada", CancellationToken.None),
            Throws.TypeOf<StepFailedException>().With.Message.EqualTo(
                "The field labelled \"Name\" of the page https://sp.example/ stays disabled or read-only, so that nobody can fill it in."));
    }

    private void Page(string html) => Answer("/", StubResponse.Html(html));

    private void Answer(string path, StubResponse response) =>
        _bench.Stub.Handle(StubRoute.Exact(path, "sp.example"), (_, _) => ValueTask.FromResult(response));
}
