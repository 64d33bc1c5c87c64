using Conformance.Saml.Forging;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Edits;

/// <summary>A change at a path, which the IdP itself may make (says) or somebody else (tamper).</summary>
internal abstract class Edit(string name) : Tampering
{
    public sealed override string Name => name;

    /// <summary>Whether the change has to wait until the message is encrypted.</summary>
    protected abstract bool NeedsEncryption { get; }

    public sealed override void Say(Workpiece work) => ApplyAndCompare(work);

    public sealed override void AfterSigning(Workpiece work)
    {
        if (!Waits(work))
        {
            ApplyAndCompare(work);
        }
    }

    public sealed override void AfterEncryption(Workpiece work)
    {
        if (Waits(work))
        {
            ApplyAndCompare(work);
        }
    }

    protected abstract void Apply(Workpiece work);

    private bool Waits(Workpiece work) => NeedsEncryption && work.Draft.Encryption is not null;

    private void ApplyAndCompare(Workpiece work)
    {
        var before = ExactXml.Write(work.Document);
        Apply(work);
        work.Claim(new Changed(Name, ExactXml.Write(work.Document) != before) { OnPlain = !Waits(work) });
    }
}
