using System.Text;
using Conformance.Saml.Bindings;

namespace Conformance.Cli.Inspecting;

/// <summary>Finds SAML messages in what people copy: base64, a URL, a form, XML, a HAR.</summary>
internal static class MessageFinder
{
    private static readonly string[] Parameters = ["SAMLRequest", "SAMLResponse"];

    /// <summary>Every message in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problem">Why there is none.</param>
    public static IReadOnlyList<FoundMessage> Find(string text, out string problem)
    {
        problem = string.Empty;
        var trimmed = text.Trim().TrimStart('\uFEFF');
        if (trimmed.Length == 0)
        {
            problem = "The input is empty.";
            return [];
        }

        if (trimmed[0] == '{')
        {
            return HarReader.Read(trimmed, out problem);
        }

        if (trimmed[0] == '<')
        {
            return [new FoundMessage("XML", trimmed)];
        }

        if (Array.Exists(Parameters, name => trimmed.Contains(name + "=", StringComparison.Ordinal)))
        {
            return InFields(trimmed, out problem);
        }

        if (Decode(trimmed) is { } decoded)
        {
            return [decoded];
        }

        problem = "The input is no SAML message: neither XML, nor base64 (also percent-encoded or DEFLATE-packed), nor a URL or form with SAMLRequest or SAMLResponse, nor a HAR.";
        return [];
    }

    /// <summary>The message in a query or a form; <c>null</c> when there is none.</summary>
    public static FoundMessage? InQuery(string fields, out string problem)
    {
        problem = string.Empty;
        if (Value(fields, Parameters) is not { } found)
        {
            problem = "There is neither SAMLRequest nor SAMLResponse among the parameters.";
            return null;
        }

        var relayState = Value(fields, ["RelayState"])?.Value;
        if (Decode(found.Value) is not { } message)
        {
            problem = $"The value of {found.Name} is no SAML message: it is not base64 of XML, nor of XML packed by DEFLATE.";
            return null;
        }

        // Packed means the redirect binding, whose signature stands in the query.
        var isPacked = message.Where.StartsWith("DEFLATE", StringComparison.Ordinal);
        return message with
        {
            Where = $"the parameter {found.Name}",
            RelayState = relayState,
            Query = isPacked ? HttpRedirectBinding.Decode(fields) : null,
        };
    }

    private static IReadOnlyList<FoundMessage> InFields(string text, out string problem)
    {
        var start = text.IndexOf('?', StringComparison.Ordinal);
        var isUrl = start > 0 && Uri.TryCreate(text[..start], UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
        var fields = isUrl ? text[(start + 1)..].Split('#')[0] : text.TrimStart('?');
        return InQuery(fields, out problem) is { } message ? [message with { Url = isUrl ? text[..start] : null }] : [];
    }

    private static FoundMessage? Decode(string value)
    {
        var unescaped = value.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(value) : value;
        var compact = string.Concat(unescaped.Where(letter => !char.IsWhiteSpace(letter))).Replace('-', '+').Replace('_', '/');
        compact = compact.PadRight((compact.Length + 3) / 4 * 4, '=');
        var bytes = new byte[compact.Length];
        if (!Convert.TryFromBase64String(compact, bytes, out var count) || count == 0)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes, 0, count).TrimStart('\uFEFF', ' ', '\n', '\r', '\t');
        if (text.StartsWith('<'))
        {
            return new FoundMessage("base64", text);
        }

        // The packed form is read by the binding's own reader, so that its limits hold here too.
        var packed = HttpRedirectBinding.Decode("SAMLRequest=" + Uri.EscapeDataString(compact));
        return packed.Xml is { } xml && xml.TrimStart().StartsWith('<') ? new FoundMessage("DEFLATE and base64", xml) : null;
    }

    private static (string Name, string Value)? Value(string fields, string[] names)
    {
        foreach (var field in fields.Split('&', '\n'))
        {
            var parts = field.Trim().Split('=', 2);
            if (parts.Length == 2 && names.Contains(parts[0], StringComparer.Ordinal))
            {
                return (parts[0], Uri.UnescapeDataString(parts[0] == "RelayState" ? parts[1].Replace('+', ' ') : parts[1]));
            }
        }

        return null;
    }
}
