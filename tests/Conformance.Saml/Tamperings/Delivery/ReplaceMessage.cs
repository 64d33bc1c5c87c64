using System.Text;
using Conformance.Saml.Forging;

namespace Conformance.Saml.Tamperings.Delivery;

/// <summary>Sends other bytes in place of the message.</summary>
internal sealed class ReplaceMessage(TamperingArguments arguments) : Tampering
{
    private readonly string _text = arguments.Required("text");

    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "replace-message",
            "Sends the given text, encoded as a message would be, in place of the message.",
            "Nothing of the message is left.",
            [new TamperingParameter("text", "What is sent instead.", Required: true)]),
        arguments => new ReplaceMessage(arguments));

    public override string Name => "replace-message";

    public override byte[] OnBytes(byte[] bytes, Workpiece work) => Encoding.UTF8.GetBytes(_text);
}
