using Conformance.Player.Drivers;
using NUnit.Framework;

namespace Conformance.SelfTests.Drivers;

/// <summary>Which cookies are kept and which are sent, as RFC 6265bis and browsers have it.</summary>
internal sealed class CookieJarTests
{
    private readonly SetClock _clock = new();
    private CookieJar _jar = null!;

    [SetUp]
    public void Empty() => _jar = new CookieJar(_clock);

    // Domain and path.
    [TestCase("https://sp.example/a/b", "c=1", "https://sp.example/a/c", "c=1")]
    [TestCase("https://sp.example/a/b", "c=1", "https://sp.example/other", "", TestName = "The default path is the folder of the page")]
    [TestCase("https://sp.example/a/b", "c=1; Path=/", "https://sp.example/other", "c=1")]
    [TestCase("https://sp.example/a", "c=1; Path=/ab", "https://sp.example/abc", "", TestName = "A path ends at a slash")]
    [TestCase("https://sp.example/a", "c=1; Path=/ab", "https://sp.example/ab/c", "c=1")]
    [TestCase("https://sp.example/", "c=1; Path=relative", "https://sp.example/x", "c=1", TestName = "A path that is none is ignored")]
    [TestCase("https://sp.example/", "c=1", "https://www.sp.example/", "", TestName = "Without Domain it is for the host alone")]
    [TestCase("https://sp.example/", "c=1; Domain=sp.example", "https://www.sp.example/", "c=1")]
    [TestCase("https://www.sp.example/", "c=1; Domain=.sp.example", "https://sp.example/", "c=1")]
    [TestCase("https://sp.example/", "c=1; Domain=other.example", "https://other.example/", "", TestName = "Nobody sets cookies for others")]
    [TestCase("https://sp.example/", "c=1; Domain=p.example", "https://sp.example/", "", TestName = "A domain ends at a dot")]
    [TestCase("https://sp.example/", "c=1; Domain=www.sp.example", "https://www.sp.example/", "", TestName = "Nobody sets cookies for hosts below")]
    [TestCase("http://127.0.0.1:8080/", "c=1", "http://127.0.0.1:9090/", "c=1", TestName = "The port does not count")]

    // Secure, and what counts as trustworthy.
    [TestCase("https://sp.example/", "c=1; Secure", "http://sp.example/", "")]
    [TestCase("http://sp.example/", "c=1; Secure", "https://sp.example/", "", TestName = "Secure is not set over plain http")]
    [TestCase("http://127.0.0.1:8080/", "c=1; Secure", "http://127.0.0.1:8080/", "c=1", TestName = "Loopback counts as secure")]
    [TestCase("http://localhost:8080/", "c=1; Secure", "http://localhost:8080/", "c=1")]

    // Prefixes.
    [TestCase("https://sp.example/", "__Host-c=1; Secure; Path=/", "https://sp.example/", "__Host-c=1")]
    [TestCase("https://sp.example/", "__Host-c=1; Secure; Path=/a", "https://sp.example/a", "")]
    [TestCase("https://sp.example/", "__Host-c=1; Secure; Path=/; Domain=sp.example", "https://sp.example/", "")]
    [TestCase("https://sp.example/", "__Host-c=1; Path=/", "https://sp.example/", "")]
    [TestCase("https://sp.example/", "__Secure-c=1; Secure", "https://sp.example/", "__Secure-c=1")]
    [TestCase("https://sp.example/", "__Secure-c=1", "https://sp.example/", "")]

    // Form.
    [TestCase("https://sp.example/", "c=a=b; Path=/", "https://sp.example/", "c=a=b")]
    [TestCase("https://sp.example/", "nonsense", "https://sp.example/", "")]
    [TestCase("https://sp.example/", "c=", "https://sp.example/", "c=")]
    [TestCase("https://sp.example/", "c=1; SECURE; path=/; samesite=none", "https://sp.example/", "c=1", TestName = "Attributes in any case of letters")]
    public void Sends_to_the_right_places(string from, string setCookie, string to, string expected)
    {
        _jar.Store(new Uri(from), setCookie);

        Assert.That(_jar.HeaderFor(new Uri(to), HttpMethod.Get, initiator: null), Is.EqualTo(expected));
    }

    [TestCase("None; Secure", "GET", "c=1")]
    [TestCase("None; Secure", "POST", "c=1")]
    [TestCase("Lax", "GET", "c=1")]
    [TestCase("Lax", "POST", "")]
    [TestCase("Strict", "GET", "")]
    [TestCase("Strict", "POST", "")]
    [TestCase("Nonsense", "GET", "c=1")]
    public void Crosses_sites_as_SameSite_says(string sameSite, string method, string expected)
    {
        _jar.Store(new Uri("https://sp.example/"), $"c=1; SameSite={sameSite}");
        _clock.Advance(TimeSpan.FromMinutes(3));

        Assert.That(_jar.HeaderFor(new Uri("https://sp.example/acs"), new HttpMethod(method), new Uri("https://idp.example/sso")), Is.EqualTo(expected));
        Assert.That(_jar.HeaderFor(new Uri("https://sp.example/acs"), new HttpMethod(method), new Uri("https://www.sp.example/")), Is.EqualTo("c=1"), "the same site");
    }

    [Test]
    public void SameSite_None_without_Secure_is_dropped()
    {
        _jar.Store(new Uri("https://sp.example/"), "c=1; SameSite=None");

        Assert.That(_jar.All, Is.Empty);
    }

    [TestCase(119, "c=1", TestName = "Without SameSite a cookie crosses by POST while it is young")]
    [TestCase(121, "", TestName = "Without SameSite a cookie no longer crosses by POST after two minutes")]
    public void Lax_by_default_lets_young_cookies_through_by_POST(int age, string expected)
    {
        _jar.Store(new Uri("https://sp.example/"), "c=1");
        _clock.Advance(TimeSpan.FromSeconds(age));

        Assert.That(_jar.HeaderFor(new Uri("https://sp.example/acs"), HttpMethod.Post, new Uri("https://idp.example/")), Is.EqualTo(expected));
    }

    [Test]
    public void Setting_a_cookie_again_does_not_make_it_young()
    {
        _jar.Store(new Uri("https://sp.example/"), "c=1");
        _clock.Advance(TimeSpan.FromMinutes(3));
        _jar.Store(new Uri("https://sp.example/"), "c=2");

        Assert.That(_jar.HeaderFor(new Uri("https://sp.example/acs"), HttpMethod.Post, new Uri("https://idp.example/")), Is.Empty);
        Assert.That(_jar.HeaderFor(new Uri("https://sp.example/acs"), HttpMethod.Get, new Uri("https://idp.example/")), Is.EqualTo("c=2"));
    }

    [TestCase("c=1; Max-Age=60", 59, "c=1")]
    [TestCase("c=1; Max-Age=60", 61, "")]
    [TestCase("c=1; Max-Age=0", 0, "")]
    [TestCase("c=1; Max-Age=-1", 0, "")]
    [TestCase("c=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT", 0, "")]
    [TestCase("c=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=60", 0, "c=1", TestName = "Max-Age goes before Expires")]
    [TestCase("c=1; Expires=never", 0, "c=1")]
    public void Expires(string setCookie, int afterSeconds, string expected)
    {
        _jar.Store(new Uri("https://sp.example/"), setCookie);
        _clock.Advance(TimeSpan.FromSeconds(afterSeconds));

        Assert.That(_jar.HeaderFor(new Uri("https://sp.example/"), HttpMethod.Get, null), Is.EqualTo(expected));
    }

    [Test]
    public void An_expired_cookie_deletes_the_one_it_replaces_and_no_other()
    {
        _jar.Store(new Uri("https://sp.example/"), "c=1; Path=/");
        _jar.Store(new Uri("https://sp.example/"), "c=2; Path=/a");
        _jar.Store(new Uri("https://sp.example/"), "c=; Path=/; Max-Age=0");

        Assert.That(_jar.HeaderFor(new Uri("https://sp.example/a"), HttpMethod.Get, null), Is.EqualTo("c=2"));
    }

    [Test]
    public void Longer_paths_go_first_then_older_cookies()
    {
        _jar.Store(new Uri("https://sp.example/"), "young=1; Path=/");
        _clock.Advance(TimeSpan.FromSeconds(1));
        _jar.Store(new Uri("https://sp.example/"), "younger=1; Path=/");
        _jar.Store(new Uri("https://sp.example/"), "narrow=1; Path=/a");

        Assert.That(_jar.HeaderFor(new Uri("https://sp.example/a"), HttpMethod.Get, null), Is.EqualTo("narrow=1; young=1; younger=1"));
    }

    [Test]
    public void What_a_copy_stores_the_original_does_not()
    {
        var copy = _jar.Copy();
        copy.Store(new Uri("https://sp.example/"), "c=1");

        Assert.That(_jar.All, Is.Empty);
    }

    private sealed class SetClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Advance(TimeSpan by) => _now += by;
    }
}
