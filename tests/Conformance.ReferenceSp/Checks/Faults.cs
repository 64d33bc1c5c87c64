using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace Conformance.ReferenceSp.Checks;

/// <summary>Which exceptions say something about the message and not about the program.</summary>
internal static class Faults
{
    public static bool MeanABadMessage(Exception exception) =>
        exception is XmlException or FormatException or CryptographicException or DecoderFallbackException or ArgumentException;

    /// <summary>A check's finding, an exception being one too.</summary>
    public static string? Try(Func<string?> check)
    {
        try
        {
            return check();
        }
        catch (Exception exception) when (MeanABadMessage(exception))
        {
            return exception.Message;
        }
    }
}
