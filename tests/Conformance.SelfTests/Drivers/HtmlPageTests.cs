using Conformance.Player.Drivers;
using NUnit.Framework;

namespace Conformance.SelfTests.Drivers;

/// <summary>Pages as identity providers and products in the field write them, read without a browser.</summary>
internal sealed class HtmlPageTests
{
    private const string Field = """<input type="hidden" name="SAMLResponse" value="PHg+&#x2b;">""";
    private static readonly string[] Sent = ["text=a", "ticked=on", "r=2", "s=2", "t=x\ny", "b=pressed"];
    private static readonly Uri Url = new("https://idp.example/sso/page?x=1");

    [TestCase($"""<body onload="document.forms[0].submit()"><form method="post" action="https://sp.example/acs">{Field}<noscript><button>Continue</button></noscript></form></body>""", TestName = "onload of the body")]
    [TestCase($"""<form method="POST" name="hiddenform" action="https://sp.example/acs">{Field}<noscript><p>Script is off</p><input type="submit" value="Submit"></noscript></form><script language="javascript">window.setTimeout('document.forms[0].submit()', 0);</script>""", TestName = "time-out in a script")]
    [TestCase($"""<form id="samlform" method="post" action="https://sp.example/acs">{Field}</form><script>document.getElementById('samlform').submit();</script>""", TestName = "by id")]
    [TestCase($"""<form name="saml" method="post" action="https://sp.example/acs">{Field}</form><form name="search"><input name="q"></form><script>document.saml.submit();</script>""", TestName = "by name, beside a search form")]
    [TestCase($"""<form method="post" action="https://sp.example/acs">{Field}<input type="submit" name="submit" value="Go"></form><script>HTMLFormElement.prototype.submit.call(document.forms[0])</script>""", TestName = "by prototype")]
    [TestCase($"""<form method="post" action="https://sp.example/acs">{Field}<button id="go">Go</button></form><script>document.getElementById('go').click();</script>""", TestName = "by a button that is pressed")]
    [TestCase($"""<form method="post" action="https://sp.example/acs">{Field}</form><script>addEventListener('load', () => document.forms[0].requestSubmit())</script>""", TestName = "requestSubmit")]
    [TestCase($"""<form method="post" action="https://sp.example/acs">{Field}</form>""", TestName = "no script, a message and nothing else")]
    [TestCase($"""<base href="https://sp.example/"><body onload="document.forms[0].submit()"><form method="post" action="acs">{Field}</form></body>""", TestName = "relative to base")]
    public void Submits_what_a_browser_would(string html)
    {
        var submission = new HtmlPage(Url, html).AutoSubmitted();

        Assert.That(submission, Is.Not.Null);
        Assert.That(submission!.Method, Is.EqualTo(HttpMethod.Post));
        Assert.That(submission.Action.AbsoluteUri, Is.EqualTo("https://sp.example/acs"));
        Assert.That(submission.Fields, Is.EqualTo(new[] { KeyValuePair.Create("SAMLResponse", "PHg++") }));
    }

    [TestCase("""<form method="post"><label>E-mail <input name="email"></label><button>Next</button></form><script>function next() { document.forms[0].submit(); }</script>""", TestName = "A form that asks something")]
    [TestCase("""<form method="post"><input type="hidden" name="csrf" value="1"><button>Sign out</button></form>""", TestName = "A button alone, no script")]
    [TestCase("""<p>Welcome</p>""", TestName = "No form")]
    public void Waits_for_a_person(string html) => Assert.That(new HtmlPage(Url, html).AutoSubmitted(), Is.Null);

    [TestCase("""<meta http-equiv="refresh" content="0;url=/next">""", "https://idp.example/next")]
    [TestCase("""<meta http-equiv="Refresh" content="0; URL='https://sp.example/a?b=c&amp;d=e'">""", "https://sp.example/a?b=c&d=e")]
    [TestCase("""<meta http-equiv="refresh" content="30;url=/next">""", null)]
    [TestCase("""<meta http-equiv="refresh" content="0">""", null)]
    public void Follows_a_refresh_without_delay(string html, string? expected) =>
        Assert.That(new HtmlPage(Url, html).Refresh()?.AbsoluteUri, Is.EqualTo(expected));

    [TestCase("""<label for="a">Company domain</label><input id="a" name="d">""", "d", TestName = "label by for")]
    [TestCase("""<label>Company domain: <input name="d"></label>""", "d", TestName = "label around, with a colon")]
    [TestCase("<label for=a>Company\n   domain *</label><input id=a name=d>", "d", TestName = "label over two lines, with a star")]
    [TestCase("""<input aria-label="Company domain" name="d">""", "d", TestName = "aria-label")]
    [TestCase("""<input placeholder="Company domain" name="d">""", "d", TestName = "placeholder")]
    [TestCase("""<label for="a">company DOMAIN</label><textarea id="a" name="d"></textarea>""", "d", TestName = "text area, other case of letters")]
    public void Fills_the_field_of_a_label(string html, string name)
    {
        var page = new HtmlPage(Url, $"<form method=post action=/go>{html}<button>Next</button></form>");

        Assert.That(page.Fill("Company domain", "aerolabs.io"), Is.True);
        Assert.That(page.Press("Next")!.Fields, Does.Contain(KeyValuePair.Create(name, "aerolabs.io")));
    }

    [Test]
    public void Says_what_there_is_when_a_field_is_missing()
    {
        var page = new HtmlPage(Url, """<form><label>E-mail<input name="e"></label><button>Next</button><a href="/x">Login with Another Provider</a></form>""");

        Assert.That(page.Fill("Company domain", "x"), Is.False);
        Assert.That(page.Press("Sign in"), Is.Null);
        Assert.That(page.Offers(), Does.Contain("\"Next\"").And.Contain("\"Login with Another Provider\"").And.Contain("\"E-mail\""));
    }

    [TestCase("<button>Sign in with SSO</button>", TestName = "button")]
    [TestCase("<button><span>Sign in</span> <b>with SSO</b></button>", TestName = "button of several parts")]
    [TestCase("""<input type="submit" value="Sign in with SSO">""", TestName = "input")]
    [TestCase("""<button aria-label="Sign in with SSO"><svg></svg></button>""", TestName = "button with a picture")]
    [TestCase("""<input type="image" alt="Sign in with SSO" src="x.png">""", TestName = "image")]
    public void Presses_a_button_by_its_name(string button) =>
        Assert.That(new HtmlPage(Url, $"<form action=/go method=post>{button}</form>").Press("Sign in with SSO")!.Action.AbsolutePath, Is.EqualTo("/go"));

    [Test]
    public void What_there_is_to_choose_from_is_no_part_of_the_label_around_it()
    {
        var page = new HtmlPage(Url, "<form action=/go><label>Role: <select name=role><option>Viewer<option selected>Agent</select></label><button>Save</button></form>");

        Assert.That(page.ValueLabelled("Role"), Is.EqualTo("Agent"));
        Assert.That(page.Fill("Role", "Viewer"));
        Assert.That(page.Press("Save")!.Fields.Single().Value, Is.EqualTo("Viewer"));
        Assert.That(page.Offers(), Does.EndWith("fields: \"Role:\""));
    }

    [Test]
    public void An_exact_name_goes_before_one_that_contains_it() =>
        Assert.That(new HtmlPage(Url, """<a href="/wrong">Next month</a><a href="/right">Next</a>""").Press("Next")!.Action.AbsolutePath, Is.EqualTo("/right"));

    [Test]
    public void Sends_what_a_browser_would_send_of_a_form()
    {
        var page = new HtmlPage(Url, """
            <form method="post" action="">
              <input name="text" value="a"><input name="off" value="b" disabled><input value="no name">
              <input type="checkbox" name="ticked" checked><input type="checkbox" name="unticked" value="x">
              <input type="radio" name="r" value="1"><input type="radio" name="r" value="2" checked>
              <select name="s"><option value="1">one<option value="2" selected>two</select><textarea name="t">x
            y</textarea>
              <button name="b" value="pressed">Go</button><button name="b" value="other">Other</button>
            </form>
            """);

        var submission = page.Press("Go")!;

        Assert.That(submission.Action, Is.EqualTo(Url));
        Assert.That(submission.Fields.Select(field => $"{field.Key}={field.Value}"), Is.EqualTo(Sent));
    }

    [Test]
    public void Shows_the_text_that_a_person_reads() =>
        Assert.That(new HtmlPage(Url, "<style>p{}</style><script>x()</script><h1>Hello\n  there</h1><p>you</p>").Text, Is.EqualTo("Hello thereyou").Or.EqualTo("Hello there you"));
}
