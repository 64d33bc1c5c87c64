using System.Net;
using Conformance.Fakes.Provisioning;
using Conformance.Player.Drivers;
using Conformance.Player.Provisioning;
using NUnit.Framework;

namespace Conformance.SelfTests.Provisioning;

/// <summary>A server that answers a client of ours with more than anybody reads costs a sentence, not the memory of the run.</summary>
[CancelAfter(60_000)]
internal sealed class EndlessAnswerTests
{
    private const string Said = "the answer is longer than 4 MB; the rest was not read";
    private static readonly DriverLimits Limits = new(TimeSpan.FromSeconds(30));

    [Test]
    public async Task To_a_creation_is_not_read_to_its_end(CancellationToken cancellationToken)
    {
        using var server = new Answering(HttpStatusCode.Created);
        using var recorder = new RecordingHandler(new HttpMessageInvoker(server), Limits, TimeProvider.System);
        using var http = new HttpMessageInvoker(recorder);
        var client = new EntraClient(new ScimConnection(http, "https://sp.example/scim", "key", TimeProvider.System), new EntraSettings(), TimeProvider.System);

        await client.RunAsync(SourceDirectory.Empty.With(ProvisioningBench.Alice), full: true, cancellationToken);

        Assert.That(string.Join('\n', client.Log.Entries), Does.Contain(Said));
        Assert.That(recorder.Traffic.Where(request => request.Method == "POST").Select(request => request.CreatedId), Is.Not.Empty.And.All.EqualTo("made 1"), "What was made has to go again.");
        Assert.That(server.Bodies.Select(body => body.Octets), Has.All.LessThan(2 * Limits.BodyBytes));
    }

    [Test]
    public async Task To_a_question_for_users_is_not_read_to_its_end(CancellationToken cancellationToken)
    {
        using var server = new Answering(HttpStatusCode.OK);
        using var http = new HttpMessageInvoker(server);
        await using var driver = new HttpDriver(http, Limits, TimeProvider.System);

        var found = await UserQuestion.AskAsync(driver, new ClientSettings { Url = "https://sp.example/scim", Token = "key" }, "ada@sp.example", cancellationToken);

        Assert.That(found.Trouble, Does.Contain(Said));
        Assert.That(server.Bodies.Select(body => body.Octets), Has.All.LessThan(2 * Limits.BodyBytes));
    }

    /// <summary>Answers with that status and more blanks than anybody reads; where it is to create, every other request finds nobody.</summary>
    private sealed class Answering(HttpStatusCode status) : HttpMessageHandler
    {
        public List<Blanks> Bodies { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (status == HttpStatusCode.Created && request.Method != HttpMethod.Post)
            {
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"totalResults":0}""", null, "application/scim+json") });
            }

            var body = new Blanks();
            Bodies.Add(body);
            var response = new HttpResponseMessage(status) { Content = new StreamContent(body) };
            response.Headers.Location = new Uri("https://sp.example/scim/Users/made%201");
            return Task.FromResult(response);
        }
    }
}
