using Conformance.Saml.Tamperings;

namespace Conformance.Saml.Forging;

/// <summary>The only address and file that payloads may name: the suite's own loopback listener, and a file that it made.</summary>
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

    /// <summary>The address of the file, whose content is a sign of its having been read.</summary>
    public static string FileUrl(Workpiece work)
    {
        var path = work.Context.CanaryPath
            ?? throw new TamperingNotPossibleException("the service provider runs elsewhere, where it could not read a file of this machine.");
        work.Mark(work.Context.CanaryContent!);
        return new Uri(path).AbsoluteUri;
    }
}
