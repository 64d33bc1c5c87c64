using System.Net;
using System.Net.Security;
using Conformance.Fakes.IdentityProvider;
using Conformance.SelfTests.Network;

namespace Conformance.SelfTests.IdentityProvider;

/// <summary>A person with a browser that runs no scripts.</summary>
internal sealed class Visitor(LoopbackBench bench) : IDisposable
{
    private readonly HttpClient _client = new(
        new SocketsHttpHandler
        {
            Proxy = new WebProxy(bench.Proxy.Address),
            UseProxy = true,
            CookieContainer = new CookieContainer(),
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = bench.Authority.CreateTrustPolicy() },
        },
        disposeHandler: true);

    public Task<ShownPage> OpenAsync(string url) => SendAsync(new HttpRequestMessage(HttpMethod.Get, url));

    public Task<ShownPage> PostAsync(string url, IEnumerable<KeyValuePair<string, string>> fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>Fills the sign-in page in.</summary>
    public Task<ShownPage> SignInAsync(ShownPage page, string userName, string password) => PostAsync(
        page.Action,
        [
            .. page.Fields.Where(field => field.Key is not (FakeIdentityProvider.UserNameField or FakeIdentityProvider.PasswordField)),
            new(FakeIdentityProvider.UserNameField, userName),
            new(FakeIdentityProvider.PasswordField, password),
        ]);

    public Task<ShownPage> SignInAsync(ShownPage page, IdpPerson person) => SignInAsync(page, person.UserName, person.Password);

    public void Dispose() => _client.Dispose();

    private async Task<ShownPage> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await _client.SendAsync(request);
            return new ShownPage(
                response.RequestMessage!.RequestUri!, (int)response.StatusCode, await response.Content.ReadAsStringAsync());
        }
    }
}
