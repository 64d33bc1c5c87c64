using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Conformance.SelfTests.Provisioning;

/// <summary>The server that clients meet describes itself to those that ask before they do anything.</summary>
internal sealed class FakeServerDiscoveryTests
{
    [TestCase("/ServiceProviderConfig", "patch", "{\"supported\":true}")]
    [TestCase("/ResourceTypes", "totalResults", "2")]
    [TestCase("/ResourceTypes/User", "endpoint", "\"/Users\"")]
    [TestCase("/Schemas", "totalResults", "3")]
    [TestCase("/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group", "name", "\"Group\"")]
    public async Task Answers(string path, string member, string expected)
    {
        await using var bench = await ProvisioningBench.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, bench.Server.HttpBaseUrl + path);
        request.Headers.Add("Authorization", $"Bearer {ProvisioningBench.Token}");

        using var answer = await http.SendAsync(request);

        Assert.That((int)answer.StatusCode, Is.EqualTo(200));
        Assert.That(JsonNode.Parse(await answer.Content.ReadAsStringAsync())![member]!.ToJsonString(), Is.EqualTo(expected));
    }
}
