using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Conformance.Fakes.Stubs;
using Conformance.SelfTests.Network;
using NUnit.Framework;

namespace Conformance.SelfTests.Stubs;

[CancelAfter(30_000)]
internal sealed class StubHostTests
{
    private LoopbackBench _bench = null!;

    [SetUp]
    public async Task StartBench()
    {
        _bench = await LoopbackBench.StartAsync("dialpad.com");
        _bench.Hosts.AllowsEveryLoopbackPort = true;
    }

    [TearDown]
    public async Task StopBench() => await _bench.DisposeAsync();

    [Test]
    public async Task Keeps_target_headers_and_body_octet_for_octet()
    {
        Answer(StubResponse.Empty());
        using var client = await RawClient.ConnectAsync(_bench.Stub.HttpPort);

        await client.SendAsync(
            "POST /saml/./a%2Fb?SAMLRequest=a%2bB%2B+c&&x=%zz&RelayState=\"<>|?? HTTP/1.1\r\n"
            + "x-B: 2\r\nHOST: dialpad.com\r\nX-a:  1 \r\nx-B: 3\r\nContent-length: 5\r\n\r\n\0\u00ff\r\nz"
            + "GET /second HTTP/1.1\r\nHost: dialpad.com\r\nConnection: close\r\n\r\n");
        await client.ReadToEndAsync();

        string[] headers = ["x-B: 2", "HOST: dialpad.com", "X-a: 1", "x-B: 3", "Content-length: 5"];
        var first = _bench.Stub.Journal.Exchanges[0].Request;
        Assert.That(first.RequestLine, Is.EqualTo("POST /saml/./a%2Fb?SAMLRequest=a%2bB%2B+c&&x=%zz&RelayState=\"<>|?? HTTP/1.1"));
        Assert.That(first.RawQuery, Is.EqualTo("SAMLRequest=a%2bB%2B+c&&x=%zz&RelayState=\"<>|??"));
        Assert.That(first.Headers.Select(header => header.ToString()), Is.EqualTo(headers));
        Assert.That(first.Body, Is.EqualTo(new byte[] { 0, 255, 13, 10, (byte)'z' }));
        Assert.That(first.Query("SAMLRequest"), Is.EqualTo("a+B+ c"));
        Assert.That(_bench.Stub.Journal.Exchanges[1].Request.RequestLine, Is.EqualTo("GET /second HTTP/1.1"));
    }

    [Test]
    public async Task Keeps_the_head_clean_after_a_chunked_body()
    {
        Answer(StubResponse.Empty());
        using var client = await RawClient.ConnectAsync(_bench.Stub.HttpPort);

        await client.SendAsync(
            "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
            + "GET /b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        await client.ReadToEndAsync();

        string[] lines = ["POST /a HTTP/1.1", "GET /b HTTP/1.1"];
        Assert.That(_bench.Stub.Journal.Exchanges.Select(exchange => exchange.Request.RequestLine), Is.EqualTo(lines));
        Assert.That(_bench.Stub.Journal.Exchanges[0].Request.BodyText, Is.EqualTo("abcde"));
    }

    [Test]
    public async Task Chooses_the_narrowest_route_and_the_latest_of_equals()
    {
        void Add(string name, StubRoute route) => _bench.Stub.Handle(route, (request, _) =>
            ValueTask.FromResult(StubResponse.Text($"{name} {string.Join(',', request.RouteValues.Values)}".Trim())));
        Add("any", StubRoute.Prefix("/"));
        Add("host", StubRoute.Prefix("/", "dialpad.com"));
        Add("below", StubRoute.Prefix("/scim/v2"));
        Add("template", StubRoute.Template("/scim/v2/Users/{id}", "dialpad.com"));
        Add("old", StubRoute.Exact("/login", "dialpad.com"));
        Add("exact", StubRoute.Exact("/login", "dialpad.com"));
        Add("post", StubRoute.Exact("/login", "dialpad.com", "POST"));
        using var client = _bench.CreateClient();

        string[] expected = ["host", "exact", "host", "template a b", "host", "below"];
        var answers = new List<string>();
        foreach (var path in new[] { "/", "/login", "/login/", "/scim/v2/Users/a%20b", "/scim/v2/Users/a/b" })
        {
            answers.Add(await client.GetStringAsync(new Uri("https://dialpad.com" + path)));
        }

        answers.Add(await client.GetStringAsync(new Uri($"http://127.0.0.1:{_bench.Stub.HttpPort}/scim/v2/Groups")));
        Assert.That(answers, Is.EqualTo(expected));
    }

    [Test]
    public async Task Repeats_response_headers()
    {
        Answer(StubResponse.Redirect("https://sso.jumpcloud.com/saml2/dialpad?a=%2f").With("Set-Cookie", "a=1").With("Set-Cookie", "b=2"));
        using var client = _bench.CreateClient();

        using var response = await client.GetAsync(new Uri("https://dialpad.com/"));

        string[] cookies = ["a=1", "b=2"];
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(response.Headers.GetValues("Set-Cookie"), Is.EqualTo(cookies));
        Assert.That(response.Headers.Location!.OriginalString, Is.EqualTo("https://sso.jumpcloud.com/saml2/dialpad?a=%2f"));
    }

    [Test]
    public async Task Waits_for_what_is_here_and_for_what_is_to_come()
    {
        Answer(StubResponse.Empty());
        using var client = _bench.CreateClient();
        var waiting = _bench.Stub.Journal.WaitForAsync(exchange => exchange.Request.RawPath == "/b", TimeSpan.FromSeconds(20));

        using var a = await client.GetAsync(new Uri("https://dialpad.com/a"));
        Assert.That(waiting.IsCompleted, Is.False);
        using var b = await client.GetAsync(new Uri("https://dialpad.com/b"));

        Assert.That((await waiting).Request.RawPath, Is.EqualTo("/b"));
        Assert.That(
            (await _bench.Stub.Journal.WaitForAsync(exchange => exchange.Request.RawPath == "/a", TimeSpan.Zero)).Request.RawPath,
            Is.EqualTo("/a"));
        await Assert.ThatAsync(
            () => _bench.Stub.Journal.WaitForAsync(exchange => exchange.Request.RawPath == "/c", TimeSpan.FromMilliseconds(20)),
            Throws.InstanceOf<TimeoutException>().With.Message.Contains("GET https://dialpad.com/b -> 204"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Truncates_a_body(bool tls)
    {
        Answer(StubResponse.Text("0123456789") with { Fault = StubFault.TruncateBody(4) });
        using var client = _bench.CreateClient();

        using var response = await client.GetAsync(Address(tls), HttpCompletionOption.ResponseHeadersRead);

        Assert.That(response.Content.Headers.ContentLength, Is.EqualTo(10));
        await using var body = await response.Content.ReadAsStreamAsync();
        var first = new byte[4];
        await body.ReadExactlyAsync(first);
        Assert.That(Encoding.ASCII.GetString(first), Is.EqualTo("0123"));
        await Assert.ThatAsync(async () => await body.ReadAsync(first), Throws.InstanceOf<IOException>());
    }

    [Test]
    public async Task Resets_a_connection_also_through_the_proxy()
    {
        Answer(StubResponse.Faulty(StubFault.ResetConnection));
        using var client = _bench.CreateClient();

        foreach (var tls in new[] { true, false })
        {
            var error = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(Address(tls)));
            Assert.That(error!.GetBaseException(), Is.InstanceOf<SocketException>()
                .With.Property(nameof(SocketException.SocketErrorCode)).EqualTo(SocketError.ConnectionReset));
        }
    }

    [Test]
    public async Task Ends_a_connection_without_an_answer()
    {
        Answer(StubResponse.Faulty(StubFault.EmptyReply));
        using var direct = await RawClient.ConnectAsync(_bench.Stub.HttpPort);
        using var proxied = await RawClient.ConnectAsync(_bench.Proxy.Port);

        await direct.SendAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        await proxied.SendAsync($"GET http://127.0.0.1:{_bench.Stub.HttpPort}/ HTTP/1.1\r\nHost: a\r\n\r\n");

        Assert.That(await direct.ReadToEndAsync(), Is.Empty);
        Assert.That(await proxied.ReadToEndAsync(), Is.Empty);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Hangs_until_the_client_leaves(bool inBody)
    {
        Answer(StubResponse.Text("0123456789") with { Fault = inBody ? StubFault.HangInBody(3) : StubFault.HangUntilCancelled });
        using var client = _bench.CreateClient();
        using var leaves = new CancellationTokenSource();

        var hanging = client.GetStringAsync(Address(tls: true), leaves.Token);
        await _bench.Stub.Journal.WaitForAsync(_ => true, TimeSpan.FromSeconds(5));
        Assert.That(hanging.IsCompleted, Is.False);
        await leaves.CancelAsync();

        await Assert.ThatAsync(() => hanging, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_bench.Stub.Journal.Exchanges, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Stops_at_once_although_a_request_hangs()
    {
        Answer(StubResponse.Faulty(StubFault.HangUntilCancelled));
        using var client = await RawClient.ConnectAsync(_bench.Stub.HttpPort);
        await client.SendAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        await _bench.Stub.Journal.WaitForAsync(_ => true, TimeSpan.FromSeconds(5));
        var watch = Stopwatch.StartNew();

        await _bench.Stub.DisposeAsync();

        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)));
        await Assert.ThatAsync(() => RawClient.ConnectAsync(_bench.Stub.HttpPort), Throws.InstanceOf<SocketException>());
        await Assert.ThatAsync(() => RawClient.ConnectAsync(_bench.Stub.TlsPort), Throws.InstanceOf<SocketException>());
    }

    [Test]
    public async Task Holds_an_answer_back()
    {
        Answer(StubResponse.Empty() with { Delay = TimeSpan.FromMilliseconds(150) });
        using var client = _bench.CreateClient();

        using var response = await client.GetAsync(Address(tls: true));

        // Timers may ring a few milliseconds early: what matters is that the answer was held, not how exactly.
        Assert.That(_bench.Stub.Journal.Exchanges[0].Duration, Is.GreaterThanOrEqualTo(TimeSpan.FromMilliseconds(100)));
    }

    [Test]
    public async Task Answers_what_nobody_handles_and_what_breaks()
    {
        _bench.Stub.Handle(StubRoute.Exact("/broken"), (_, _) => throw new InvalidOperationException("broken on purpose"));
        using var client = _bench.CreateClient();

        using var missing = await client.GetAsync(new Uri("https://dialpad.com/missing"));
        using var broken = await client.GetAsync(new Uri("https://dialpad.com/broken"));

        Assert.That(missing.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(broken.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(_bench.Stub.Journal.Exchanges[0].Route, Is.Null);
        Assert.That(_bench.Stub.Journal.Exchanges[1].Error!.Message, Is.EqualTo("broken on purpose"));
    }

    [Test]
    public async Task Caps_request_bodies()
    {
        await using var small = await StubHost.StartAsync(_bench.Authority.CertificateFor, TimeProvider.System, maxRequestBody: 10);
        using var client = _bench.CreateClient();
        using var content = new ByteArrayContent(new byte[1_000_000]);

        using var response = await client.PostAsync(new Uri($"http://127.0.0.1:{small.HttpPort}/"), content);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    private void Answer(StubResponse response) =>
        _bench.Stub.Handle(StubRoute.Prefix("/"), (_, _) => ValueTask.FromResult(response));

    private Uri Address(bool tls) => new(tls ? "https://dialpad.com/" : $"http://127.0.0.1:{_bench.Stub.HttpPort}/");
}
