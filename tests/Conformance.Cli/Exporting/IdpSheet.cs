using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Conformance.Fakes.IdentityProvider;
using Conformance.Player.Benches;
using Conformance.Player.Settings;
using Conformance.Saml.Names;

namespace Conformance.Cli.Exporting;

/// <summary>One page with every value that is entered by hand, on either side.</summary>
/// <param name="suite">What the files say.</param>
/// <param name="idp">The identity provider.</param>
/// <param name="application">The service provider as it is registered there.</param>
/// <param name="values">The target's values.</param>
internal sealed class IdpSheet(Suite suite, FakeIdentityProvider idp, ServiceProviderApplication application, TargetValues values)
{
    private const int LabelWidth = 26;
    private readonly StringBuilder _text = new();

    /// <summary>Where the keys are kept.</summary>
    public required string KeysDirectory { get; init; }

    /// <summary>Whether the addresses change with every run.</summary>
    public bool IsMoving { get; init; }

    /// <summary>The page.</summary>
    public string Text()
    {
        var certificate = idp.Keys[0].Certificate;
        Title($"The identity provider \"{suite.Idp.Name}\", for {suite.Target.Name}");
        Title("Enter at the service provider");
        Line("Entity ID (Issuer)", idp.EntityIdFor(application));
        Line("Sign-on URL", idp.SingleSignOnUrl(application));
        Line("  bindings", "HTTP-Redirect and HTTP-POST");
        Line("Metadata", "the file idp-metadata.xml");
        Line("Certificate", "the file idp-certificate.pem");
        Line("  without BEGIN and END", "the file idp-certificate-bare.txt");
        Line("  SHA-256", certificate.GetCertHashString(HashAlgorithmName.SHA256));
        Line("  SHA-1", certificate.GetCertHashString(HashAlgorithmName.SHA1));
        Line("  valid until", certificate.NotAfter.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Line("NameID format", suite.Target.NameIdFormat ?? NameIdFormats.Unspecified);
        Note(IsMoving
            ? "This target is on plain HTTP, and so is its identity provider: on a port that every run chooses anew. Hand the addresses over by the target's start command (${idp.metadata-file}, ${idp.sso-url})."
            : "The addresses lead to the suite for every browser that the suite drives. The service provider itself cannot reach them: give it the metadata as a file.");

        Title("What the target file says of the service provider, letter for letter");
        Line("Entity ID (Audience)", application.EntityId);
        Line("ACS URL", application.AcsUrls[0]);
        Line("Account is told by", suite.Target.Account);
        Line("Required attributes", suite.Target.RequiredAttributes.Count == 0 ? "none" : string.Join(", ", suite.Target.RequiredAttributes));

        Title("People that the service provider has to know, or to create at their first sign-in");
        foreach (var (role, person) in suite.Target.People)
        {
            Line(role, $"NameID {values.Bind(person.NameId)}{(person.Exists ? ", exists" : string.Empty)}");
            foreach (var (name, texts) in person.Attributes)
            {
                Line($"  {name}", string.Join(" | ", texts.Select(values.Bind)));
            }
        }

        if (ProofOfOwnership.UrlFor(values.Bind(suite.Target.ServiceProvider["url"])) is { } proof)
        {
            Title("Serve at the service provider, which is not on this machine, as proof that it is yours");
            Line("at", proof);
            Line("this line", ProofOfOwnership.LineFor(idp.Keys[0]));
        }

        Title("Then");
        var target = suite.Target.Path;
        var idpOption = suite.Settings.Idp == new SuiteSettings().Idp ? string.Empty : $" --idp {suite.Settings.Idp}";
        _text.AppendLine(CultureInfo.InvariantCulture, $"  dotnet run --project tests/Conformance.Cli -- check {target}{idpOption} --keys {KeysDirectory}");
        _text.AppendLine(CultureInfo.InvariantCulture, $"  dotnet run --project tests/Conformance.Cli -- run --target {target}{idpOption} --keys {KeysDirectory}");
        return _text.ToString().ReplaceLineEndings("\n");
    }

    private void Title(string text)
    {
        if (_text.Length > 0)
        {
            _text.AppendLine();
        }

        _text.AppendLine(text);
    }

    private void Line(string label, string value) => _text.AppendLine(CultureInfo.InvariantCulture, $"  {label.PadRight(LabelWidth)} {value}");

    private void Note(string sentence) => _text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"  {sentence}");
}
