using System.Xml;
using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Sessions;
using Conformance.ReferenceSp.Signatures;

namespace Conformance.ReferenceSp.Checks;

/// <summary>What the checks know: what they were given first, then what each of them has found out for those after it.</summary>
internal sealed class LoginAttempt
{
    public required Blueprint Blueprint { get; init; }

    public required AcsRequest Request { get; init; }

    public required Company Company { get; init; }

    /// <summary>All companies of the installation: only flawed checks look at another's keys.</summary>
    public required IReadOnlyCollection<Company> Companies { get; init; }

    public required CompanyAddresses Addresses { get; init; }

    public required Memory Memory { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required TimeSpan Skew { get; init; }

    /// <summary>The decoded SAMLResponse.</summary>
    public byte[] Message { get; set; } = [];

    /// <summary>The Response as it was sent; an encrypted assertion is put in its place when it has been opened.</summary>
    public XmlElement Response { get; set; } = new XmlDocument().CreateElement("none");

    /// <summary>The assertion to be read. Before <c>only-the-signed-is-read</c>: as sent.</summary>
    public XmlElement Assertion { get; set; } = new XmlDocument().CreateElement("none");

    public XmlSignature? ResponseSignature { get; set; }

    public XmlSignature? AssertionSignature { get; set; }

    public bool ResponseIsVerified { get; set; }

    public bool AssertionIsVerified { get; set; }

    public bool WasDecrypted { get; set; }

    /// <summary>The request that this answers; null for an unsolicited response.</summary>
    public PendingRequest? Pending { get; set; }

    /// <summary>The subject confirmations that have stood every check so far.</summary>
    public IReadOnlyList<XmlElement> Confirmations { get; set; } = [];

    public DateTimeOffset NotReplayableAfter { get; set; } = DateTimeOffset.MaxValue;

    public DateTimeOffset? SessionEnds { get; set; }

    public string? NameId { get; set; }

    public string? NameIdFormat { get; set; }

    public IReadOnlyList<SamlAttribute> Attributes { get; set; } = [];

    public string AccountName { get; set; } = "";

    public ReferenceUser? User { get; set; }

    /// <summary>Runs the checks in order up to the first that finds a fault.</summary>
    public Refusal? Run()
    {
        foreach (var check in Blueprint.Checks)
        {
            string? fault;
            try
            {
                fault = check.FindFault(this);
            }
            catch (Exception exception) when (Faults.MeanABadMessage(exception))
            {
                // A check that cannot be carried out has not been passed.
                fault = Blueprint.Describe(exception);
            }

            if (fault is not null)
            {
                return new Refusal(check.Name, check.Clause, fault);
            }
        }

        return null;
    }
}
