using Conformance.Saml.Tamperings;

namespace Conformance.Saml.Forging;

/// <summary>The only address that payloads may name: the suite's own loopback listener.</summary>
internal static class Canary
{
    public static string Url(ForgeContext context, string path)
    {
        var url = context.CanaryUrl
            ?? throw new TamperingException("this tampering needs a canary, and the run has none.");
        return Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed is { Scheme: "http", IsLoopback: true }
            ? $"{url.TrimEnd('/')}/{path}"
            : throw new TamperingException($"a canary has to be a loopback http address, not '{url}'.");
    }
}
