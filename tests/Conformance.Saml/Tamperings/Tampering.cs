using Conformance.Saml.Forging;

namespace Conformance.Saml.Tamperings;

/// <summary>A change to an otherwise honest Response. The forge calls the stages in the order they stand here.</summary>
public abstract class Tampering
{
    /// <summary>The word in a scenario.</summary>
    public abstract string Name { get; }

    /// <summary>Changes what will be written.</summary>
    public virtual ResponseDraft Draft(ResponseDraft draft, ForgeContext context) => draft;

    /// <summary>Changes the message before it is signed, so that the IdP itself says it.</summary>
    public virtual void Say(Workpiece work) =>
        throw new TamperingException($"'{Name}' changes a signed message; it belongs under 'tamper', not 'says'.");

    /// <summary>Changes the message just before it is signed, where the tampering itself needs that.</summary>
    public virtual void BeforeSigning(Workpiece work)
    {
    }

    /// <summary>Changes the signed message.</summary>
    public virtual void AfterSigning(Workpiece work)
    {
    }

    /// <summary>Changes the message after encryption; called also when nothing is encrypted.</summary>
    public virtual void AfterEncryption(Workpiece work)
    {
    }

    /// <summary>Changes the written text.</summary>
    public virtual string OnText(string text, Workpiece work) => text;

    /// <summary>Changes the bytes.</summary>
    public virtual byte[] OnBytes(byte[] bytes, Workpiece work) => bytes;

    /// <summary>Changes the posted fields.</summary>
    public virtual void OnForm(IList<KeyValuePair<string, string>> form, Workpiece work)
    {
    }
}
