using System.Net;
using System.Net.Sockets;
using Conformance.Fakes.Stubs;
using NUnit.Framework;

namespace Conformance.SelfTests.Network;

[CancelAfter(30_000)]
internal sealed class ConnectProxyTests
{
    private LoopbackBench _bench = null!;

    [SetUp]
    public async Task StartBench() => _bench = await LoopbackBench.StartAsync("dialpad.com", "sso.jumpcloud.com");

    [TearDown]
    public async Task StopBench() => await _bench.DisposeAsync();

    [Test]
    public async Task Leads_a_known_host_to_its_port_over_TLS()
    {
        _bench.Stub.Handle("dialpad.com", (request, _) => ValueTask.FromResult(StubResponse.Text("hello from " + request.Host)));
        using var client = _bench.CreateClient();

        var text = await client.GetStringAsync(new Uri("https://dialpad.com/login"));

        Assert.That(text, Is.EqualTo("hello from dialpad.com"));
        Assert.That(_bench.Stub.Journal.Exchanges[0].Request.Url, Is.EqualTo("https://dialpad.com/login"));
    }

    [Test]
    public async Task Follows_the_map_while_it_changes()
    {
        _bench.Stub.Handle(StubRoute.Prefix("/"), (request, _) => ValueTask.FromResult(StubResponse.Text(request.Host)));
        using (var client = _bench.CreateClient())
        {
            _bench.Hosts.Map("app.justcall.io", _bench.Stub.TlsPort);
            Assert.That(await client.GetStringAsync(new Uri("https://app.justcall.io/")), Is.EqualTo("app.justcall.io"));
        }

        _bench.Hosts.Unmap("app.justcall.io");
        using var later = _bench.CreateClient();
        await Assert.ThatAsync(() => later.GetStringAsync(new Uri("https://app.justcall.io/")), Throws.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task Refuses_and_records_what_it_does_not_know()
    {
        using var client = _bench.CreateClient();

        for (var i = 0; i < 3; i++)
        {
            await Assert.ThatAsync(() => client.GetStringAsync(new Uri("https://fonts.example/a.css")), Throws.InstanceOf<HttpRequestException>());
        }

        using var plain = await client.GetAsync(new Uri("http://plain.example:8080/a"));
        (string, int, int)[] expected = [("fonts.example", 443, 3), ("plain.example", 8080, 1)];
        Assert.That(plain.StatusCode, Is.EqualTo(HttpStatusCode.BadGateway));
        Assert.That(
            _bench.Proxy.Blocked.Select(blocked => (blocked.Host, blocked.Port, blocked.Count)),
            Is.EqualTo(expected));
    }

    [Test]
    public async Task Passes_plain_requests_to_a_declared_port_only()
    {
        _bench.Stub.Handle(StubRoute.Prefix("/"), (request, _) => ValueTask.FromResult(StubResponse.Text(request.RawTarget)));
        using var client = _bench.CreateClient();
        var address = new Uri($"http://127.0.0.1:{_bench.Stub.HttpPort}/a?b=%2f");

        using var before = await client.GetAsync(address);
        _bench.Hosts.AllowLoopback(_bench.Stub.HttpPort);
        using var after = await client.GetAsync(address);

        Assert.That(before.StatusCode, Is.EqualTo(HttpStatusCode.BadGateway));
        Assert.That(await after.Content.ReadAsStringAsync(), Is.EqualTo("/a?b=%2f"));
    }

    [Test]
    public async Task Keeps_plain_connections_and_their_framing()
    {
        _bench.Hosts.AllowsEveryLoopbackPort = true;
        _bench.Stub.Handle(
            StubRoute.Prefix("/"),
            (request, _) => ValueTask.FromResult(StubResponse.Text($"{request.ConnectionId} {request.Body.Length}")));
        using var client = _bench.CreateClient();
        var answers = new List<string>();

        foreach (var (chunked, expect) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://localhost:{_bench.Stub.HttpPort}/"))
            {
                Content = new ByteArrayContent(new byte[100_000]),
            };
            request.Headers.TransferEncodingChunked = chunked;
            request.Headers.ExpectContinue = expect;
            using var response = await client.SendAsync(request);
            answers.Add(await response.Content.ReadAsStringAsync());
        }

        Assert.That(answers, Is.All.EndsWith(" 100000"));
        Assert.That(answers.Distinct().Count(), Is.EqualTo(1), "all four go over one connection");
    }

    [Test]
    public async Task Says_that_a_connection_ends_where_the_server_does_not(CancellationToken cancellationToken)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using var serving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var server = Task.Run(
            async () =>
            {
                while (!serving.IsCancellationRequested)
                {
                    using var connection = await listener.AcceptTcpClientAsync(serving.Token);
                    var octets = new byte[4096];
                    _ = await connection.GetStream().ReadAsync(octets, serving.Token);
                    await connection.GetStream().WriteAsync("HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray(), serving.Token);
                }
            },
            CancellationToken.None);
        _bench.Hosts.AllowLoopback(port);
        using var client = _bench.CreateClient();

        for (var i = 0; i < 200; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://127.0.0.1:{port}/Users"));
            request.Headers.ConnectionClose = true;
            using var response = await client.SendAsync(request, cancellationToken);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(response.Headers.ConnectionClose, Is.True);
        }

        // It may be waiting for a connection then, or just have answered the last one.
        await serving.CancelAsync();
        await server.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [Test]
    public async Task Reads_pipelined_requests_to_two_servers()
    {
        await using var other = await LoopbackBench.StartAsync();
        _bench.Hosts.AllowsEveryLoopbackPort = true;
        _bench.Stub.Handle(StubRoute.Prefix("/"), (_, _) => ValueTask.FromResult(StubResponse.Text("first")));
        other.Stub.Handle(StubRoute.Prefix("/"), (_, _) => ValueTask.FromResult(StubResponse.Text("second")));
        using var client = await RawClient.ConnectAsync(_bench.Proxy.Port);

        await client.SendAsync(
            $"GET http://127.0.0.1:{_bench.Stub.HttpPort}/ HTTP/1.1\r\nHost: a\r\n\r\n"
            + $"GET http://127.0.0.1:{other.Stub.HttpPort}/ HTTP/1.1\r\nHost: b\r\nConnection: close\r\n\r\n");
        var answers = await client.ReadToEndAsync();

        Assert.That(answers, Does.Contain("first").And.EndsWith("second"));
    }

    [Test]
    public async Task Passes_a_half_close_on()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _bench.Hosts.Map("raw.example", port);
        using var client = await RawClient.ConnectAsync(_bench.Proxy.Port);

        // The first octets of the tunnel come together with the CONNECT.
        await client.SendAsync("CONNECT raw.example:443 HTTP/1.1\r\nHost: raw.example:443\r\n\r\nping");
        using var server = await listener.AcceptTcpClientAsync();
        client.Socket.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(server.GetStream(), leaveOpen: true);
        var received = await reader.ReadToEndAsync();
        await server.Client.SendAsync("pong"u8.ToArray());
        server.Close();

        Assert.That(received, Is.EqualTo("ping"));
        Assert.That(await client.ReadToEndAsync(), Does.EndWith("\r\n\r\npong"));
    }

    [Test]
    public async Task Serves_many_at_once_and_leaves_nothing_behind()
    {
        _bench.Stub.Handle(StubRoute.Prefix("/"), (request, _) => ValueTask.FromResult(StubResponse.Text(request.RawPath)));

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            using var client = _bench.CreateClient();
            return await client.GetStringAsync(new Uri($"https://dialpad.com/{i}"));
        }));
        await _bench.Proxy.DisposeAsync();

        Assert.That(answers, Is.EqualTo(Enumerable.Range(0, 200).Select(i => $"/{i}")));
        Assert.That(_bench.Proxy.OpenConnections, Is.Zero);
        await Assert.ThatAsync(() => RawClient.ConnectAsync(_bench.Proxy.Port), Throws.InstanceOf<SocketException>());
    }

    [Test]
    public async Task Breaks_a_hanging_plain_request_off_when_its_client_leaves(CancellationToken cancellationToken)
    {
        _bench.Hosts.AllowsEveryLoopbackPort = true;
        var left = new TaskCompletionSource();
        var arrived = new TaskCompletionSource();
        _bench.Stub.Handle(StubRoute.Prefix("/"), async (_, gone) =>
        {
            await using var registration = gone.Register(left.SetResult);
            arrived.SetResult();
            await left.Task;
            return StubResponse.Empty();
        });
        using (var client = await RawClient.ConnectAsync(_bench.Proxy.Port))
        {
            await client.SendAsync($"GET http://127.0.0.1:{_bench.Stub.HttpPort}/ HTTP/1.1\r\nHost: a\r\n\r\n");
            await arrived.Task.WaitAsync(cancellationToken);
        }

        await Assert.ThatAsync(() => left.Task.WaitAsync(cancellationToken), Throws.Nothing);
    }

    [Test]
    public async Task Dials_a_remote_host_only_at_an_allowed_address()
    {
        var asked = new List<IPAddress>();
        _bench.Hosts.AllowRemote($"ip6-localhost:{_bench.Stub.HttpPort}");
        await using var proxy = Conformance.Fakes.Network.ConnectProxy.Start(_bench.Hosts, TimeProvider.System, address =>
        {
            asked.Add(address);
            return false;
        });
        using var client = await RawClient.ConnectAsync(proxy.Port);

        await client.SendAsync($"GET http://ip6-localhost:{_bench.Stub.HttpPort}/ HTTP/1.1\r\nHost: a\r\n\r\n");
        var answer = await client.ReadToEndAsync();

        Assert.That(answer, Does.StartWith("HTTP/1.1 502 "));
        Assert.That(proxy.Blocked[0].Reason, Does.Contain("ip6-localhost"));
    }
}
