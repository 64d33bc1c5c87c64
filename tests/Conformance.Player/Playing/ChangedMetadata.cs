using System.Globalization;
using Conformance.Saml.Keys;

namespace Conformance.Player.Playing;

/// <summary>
/// The identity provider's metadata as it is after a change of keys, honest or not. Every one of them that lists keys lists one that the service
/// provider has not seen; what it is told by metadata that it must not take shows in whether that key is trusted.
/// </summary>
internal static class ChangedMetadata
{
    /// <summary>The changes there are.</summary>
    public static IReadOnlyList<string> Words { get; } = ["new-key", "key-withdrawn", "keys-without-use", "no-key", "expired", "doctype", "other-entity", "no-identity-provider", "broken"];

    /// <summary>Writes it; <c>null</c>: there is no such change.</summary>
    /// <param name="word">The change.</param>
    /// <param name="honest">What the identity provider publishes.</param>
    /// <param name="key">The key that is new.</param>
    /// <param name="clock">For the time until which it holds.</param>
    public static string? Write(string word, string honest, SigningKey key, TimeProvider clock)
    {
        var changed = WithKey(honest, key);
        return word switch
        {
            "new-key" => changed,
            "key-withdrawn" => OnlyKey(honest, key),
            "keys-without-use" => changed.Replace(" use=\"signing\"", string.Empty, StringComparison.Ordinal),
            "no-key" => WithoutKeys(honest),
            "expired" => Insert(changed, $" validUntil=\"{clock.GetUtcNow().AddHours(-2).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\""),
            "doctype" => changed.Insert(Root(changed), "<!DOCTYPE EntityDescriptor [<!ENTITY unused \"unused\">]>"),
            "other-entity" => changed.Replace("entityID=\"", "entityID=\"https://another.example/", StringComparison.Ordinal),
            "no-identity-provider" => changed.Replace("IDPSSODescriptor", "AttributeAuthorityDescriptor", StringComparison.Ordinal),
            "broken" => changed[..^20],
            _ => null,
        };
    }

    private static string WithKey(string metadata, SigningKey key)
    {
        var at = Descriptor(metadata);
        return metadata.Insert(at, Written(metadata, key, at));
    }

    private static string OnlyKey(string metadata, SigningKey key)
    {
        var first = Descriptor(metadata);
        return WithoutKeys(metadata).Insert(first, Written(metadata, key, first));
    }

    private static string WithoutKeys(string metadata)
    {
        const string end = "KeyDescriptor>";
        return metadata.Remove(Descriptor(metadata), metadata.LastIndexOf(end, StringComparison.Ordinal) + end.Length - Descriptor(metadata));
    }

    // Another key of the same form, so that prefixes and order are what the identity provider writes.
    private static string Written(string metadata, SigningKey key, int at)
    {
        const string end = "KeyDescriptor>";
        var inside = metadata.IndexOf('>', at) + 1;
        var descriptor = metadata[at..(metadata.IndexOf(end, inside, StringComparison.Ordinal) + end.Length)];
        var open = descriptor.IndexOf("X509Certificate>", StringComparison.Ordinal) + "X509Certificate>".Length;
        var close = descriptor.IndexOf("</", open, StringComparison.Ordinal);
        return descriptor[..open] + key.CertificateBase64 + descriptor[close..];
    }

    // Roles for WS-Federation may stand before, with keys of their own.
    private static int Descriptor(string metadata) =>
        metadata.LastIndexOf('<', metadata.IndexOf("KeyDescriptor", metadata.IndexOf("IDPSSODescriptor", StringComparison.Ordinal), StringComparison.Ordinal));

    private static int Root(string metadata) => metadata.LastIndexOf('<', metadata.IndexOf("EntityDescriptor", StringComparison.Ordinal));

    private static string Insert(string metadata, string attribute) =>
        metadata.Insert(metadata.IndexOf("EntityDescriptor", StringComparison.Ordinal) + "EntityDescriptor".Length, attribute);
}
