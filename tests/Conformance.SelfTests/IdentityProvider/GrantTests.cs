using System.Diagnostics;
using Conformance.Fakes.IdentityProvider;
using NUnit.Framework;

namespace Conformance.SelfTests.IdentityProvider;

/// <summary>The identity provider says nothing that nobody allowed.</summary>
[CancelAfter(60_000)]
internal sealed class GrantTests
{
    private IdpBench _bench = null!;
    private Visitor _visitor = null!;

    [SetUp]
    public async Task Start()
    {
        _bench = await IdpBench.StartAsync("jumpcloud");
        _visitor = _bench.Visit();
    }

    [TearDown]
    public async Task Stop()
    {
        _visitor.Dispose();
        await _bench.DisposeAsync();
    }

    [Test]
    public async Task Without_a_grant_a_sign_in_is_not_answered()
    {
        var page = await _visitor.SignInAsync(await AskAsync(), _bench.Alice);

        Assert.That(page.Kind, Is.EqualTo(IdpPages.Waiting));
        Assert.That(_bench.Idp.Issued, Is.Empty);
    }

    [Test]
    public async Task One_grant_answers_one_sign_in_and_later_requests_see_the_sign_in_page()
    {
        _bench.Idp.GrantAnswer();
        var first = await _visitor.SignInAsync(await AskAsync(), _bench.Alice);
        var again = await AskAsync();

        Assert.That(first.Kind, Is.EqualTo(IdpPages.Deliver));
        Assert.That(again.Kind, Is.EqualTo(IdpPages.SignIn));
        Assert.That(_bench.Idp.Received, Has.Count.EqualTo(2));
        Assert.That(_bench.Idp.Issued, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_wrong_password_uses_no_grant_up_and_a_denial_does()
    {
        _bench.Idp.GrantAnswer();
        var page = await _visitor.SignInAsync(await AskAsync(), _bench.Alice.UserName, "wrong");
        Assert.That((page.Kind, _bench.Idp.Grants), Is.EqualTo((IdpPages.WrongPassword, 1)));

        page = await _visitor.SignInAsync(page, _bench.Person("ursula"));

        Assert.That((page.Kind, _bench.Idp.Grants), Is.EqualTo((IdpPages.Unassigned, 0)));
        Assert.That(_bench.Idp.Issued, Is.Empty);
    }

    [Test]
    public async Task Revoked_grants_are_gone()
    {
        _bench.Idp.GrantAnswer(3);
        _bench.Idp.RevokeGrants();

        Assert.That((await _visitor.SignInAsync(await AskAsync(), _bench.Alice)).Kind, Is.EqualTo(IdpPages.Waiting));
    }

    [Test]
    public async Task A_held_answer_is_handed_out_once_and_exactly()
    {
        await AskAsync();
        KeyValuePair<string, string>[] form = [new("SAMLResponse", "PHg+"), new("RelayState", "\"<&\n\r\u00e4"), new("submit", "x")];
        var url = _bench.Idp.Hold(_bench.Idp.Received[0], "https://sp.example/acs?a=1&b=2", form, HttpMethod.Post);

        var page = await _visitor.OpenAsync(url);

        Assert.That(new Uri(url).Host, Is.EqualTo("sso.jumpcloud.com"));
        Assert.That(page.Kind, Is.EqualTo(IdpPages.Deliver));
        Assert.That(page.Action, Is.EqualTo("https://sp.example/acs?a=1&b=2"));
        Assert.That(page.Html, Does.Contain("value=\"&quot;&lt;&amp;&#10;&#13;&#228;\""));
        Assert.That(_bench.Idp.Issued.Single().Form, Is.EqualTo(form));
        Assert.That((await _visitor.OpenAsync(url)).Kind, Is.EqualTo(IdpPages.Gone));
        Assert.That(_bench.Idp.Issued, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_answer_held_for_GET_is_a_redirect()
    {
        var url = _bench.Idp.Hold(null, _bench.Idp.MetadataUrl(_bench.Application), [new("SAMLResponse", "a+b=")], HttpMethod.Get);

        var page = await _visitor.OpenAsync(url);

        Assert.That(page.Url.Query, Is.EqualTo("?SAMLResponse=a%2Bb%3D"));
    }

    [Test]
    public async Task Waiting_for_a_message_ends_when_it_comes()
    {
        await AskAsync();
        var waiting = _bench.Idp.WaitForMessageAsync(ReceivedKind.AuthnRequest, 1, TimeSpan.FromSeconds(20));
        Assert.That(waiting.IsCompleted, Is.False);

        await AskAsync();

        Assert.That((await waiting).Index, Is.EqualTo(2));
    }

    [Test]
    public async Task Waiting_for_a_message_that_never_comes_says_so()
    {
        var watch = Stopwatch.StartNew();

        var error = await Assert.ThrowsAsync<TimeoutException>(
            () => _bench.Idp.WaitForMessageAsync(_ => true, 0, TimeSpan.FromMilliseconds(50)));

        Assert.That(error!.Message, Does.Contain("none came"));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    [Test]
    public async Task Reset_forgets_sessions_grants_messages_and_held_answers()
    {
        _bench.Idp.GrantAnswer(2);
        await _visitor.SignInAsync(await AskAsync(), _bench.Alice);
        var url = _bench.Idp.Hold(null, "https://sp.example/acs", [], HttpMethod.Post);

        _bench.Idp.Reset();

        Assert.That(_bench.Idp.Received, Is.Empty);
        Assert.That(_bench.Idp.Issued, Is.Empty);
        Assert.That((await AskAsync()).Kind, Is.EqualTo(IdpPages.SignIn));
        Assert.That((await _visitor.OpenAsync(url)).Kind, Is.EqualTo(IdpPages.Gone));
        Assert.That(_bench.Idp.Received.Single().Index, Is.EqualTo(2));
        Assert.That(_bench.Idp.Grants, Is.Zero);
    }

    private Task<ShownPage> AskAsync() => _visitor.OpenAsync(_bench.RedirectUrl(Requests.Xml()));
}
