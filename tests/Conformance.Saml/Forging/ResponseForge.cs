using System.Text;
using Conformance.Saml.Potency;
using Conformance.Saml.Tamperings;

namespace Conformance.Saml.Forging;

/// <summary>Makes the messages: an honest draft, written, changed, signed, changed, encrypted, changed, posted.</summary>
public static class ResponseForge
{
    /// <summary>Forges one message.</summary>
    /// <param name="context">The honest draft and what the tamperings may draw on.</param>
    /// <param name="says">Changes that the IdP itself makes, before it signs.</param>
    /// <param name="tamper">Changes that the attacker makes, after the signature.</param>
    /// <exception cref="TamperingException">A tampering does not fit this draft.</exception>
    public static ForgedResponse Forge(
        ForgeContext context, IReadOnlyList<Tampering> says, IReadOnlyList<Tampering> tamper)
    {
        var draft = context.Draft;
        foreach (var tampering in says.Concat(tamper))
        {
            draft = tampering.Draft(draft, context);
        }

        var work = new Workpiece(context, draft, ResponseWriter.Write(draft));
        Each(says, tampering => tampering.Say(work));
        Each(tamper, tampering => tampering.BeforeSigning(work));
        Protection.SignAndEncryptBefore(work);
        Each(tamper, tampering => tampering.AfterSigning(work));
        var hidesLater = draft.Encryption is not null && !Protection.EncryptsFirst(draft);
        var plain = hidesLater ? ExactXml.ToBytes(work.Document) : null;
        Protection.EncryptAfter(work);
        Each(tamper, tampering => tampering.AfterEncryption(work));

        if (tamper.Count == 0)
        {
            work.Claim(new AllSignaturesStand());
        }

        var text = ExactXml.Write(work.Document);
        IReadOnlyList<Tampering> all = [.. says, .. tamper];
        var bytes = Encoding.UTF8.GetBytes(all.Aggregate(text, (now, tampering) => tampering.OnText(now, work)));
        bytes = all.Aggregate(bytes, (now, tampering) => tampering.OnBytes(now, work));
        return Finish(work, bytes, plain ?? bytes, all);
    }

    /// <summary>The honest message.</summary>
    public static ForgedResponse Forge(ForgeContext context) => Forge(context, [], []);

    private static ForgedResponse Finish(
        Workpiece work, byte[] bytes, byte[] plain, IReadOnlyList<Tampering> all)
    {
        var form = new List<KeyValuePair<string, string>> { new("SAMLResponse", Convert.ToBase64String(bytes)) };
        if (work.Context.RelayState is { } relayState)
        {
            form.Add(new("RelayState", relayState));
        }

        Each(all, tampering => tampering.OnForm(form, work));
        var posted = form.FirstOrDefault(field => field.Key == "SAMLResponse").Value ?? "";
        var message = new ForgedResponse(bytes, plain, posted, form, work.Http, [.. work.Markers]);
        return new ForgedResponse(
            message,
            () => all.Count > 0 ? Forge(work.Context, [], []).Xml : bytes,
            made => PotencyVerifier.Examine(made, work.Context.IdpKey, work.Context.StrangerKey, work.Premises));
    }

    private static void Each(IReadOnlyList<Tampering> tamperings, Action<Tampering> act)
    {
        foreach (var tampering in tamperings)
        {
            act(tampering);
        }
    }
}
