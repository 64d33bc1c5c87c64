using System.Text;

namespace Conformance.Saml.Canonicalization;

/// <summary>Characters as Canonical XML writes them.</summary>
internal static class CanonicalText
{
    public static void Escape(string value, StringBuilder text, bool inAttribute)
    {
        foreach (var character in value)
        {
            switch (character)
            {
                case '&':
                    text.Append("&amp;");
                    break;
                case '<':
                    text.Append("&lt;");
                    break;
                case '>' when !inAttribute:
                    text.Append("&gt;");
                    break;
                case '"' when inAttribute:
                    text.Append("&quot;");
                    break;
                case '\t' when inAttribute:
                    text.Append("&#x9;");
                    break;
                case '\n' when inAttribute:
                    text.Append("&#xA;");
                    break;
                case '\r':
                    text.Append("&#xD;");
                    break;
                default:
                    text.Append(character);
                    break;
            }
        }
    }
}
