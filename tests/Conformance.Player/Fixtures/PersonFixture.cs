using System.Security.Cryptography;
using System.Text;
using Conformance.Fakes.IdentityProvider;

namespace Conformance.Player.Fixtures;

/// <summary>A made-up person: what a file of <c>fixtures/people</c> says. {domain} stands for the company's e-mail domain.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="GivenName">The first name.</param>
/// <param name="FamilyName">The last name.</param>
/// <param name="Email">The e-mail address; null: none.</param>
/// <param name="UserName">The name to sign in with, where it is not the e-mail address.</param>
/// <param name="Password">The password.</param>
/// <param name="Disabled">Whether the account is switched off.</param>
public sealed record PersonFixture(
    string Name, string GivenName, string FamilyName, string? Email, string? UserName, string Password, bool Disabled)
{
    /// <summary>The domain of people who work for no company in particular.</summary>
    public const string DefaultDomain = "sp.example";

    /// <summary>The person in a company's directory.</summary>
    public IdpPerson At(string domain, params IReadOnlyList<string> groups)
    {
        var email = Email?.Replace("{domain}", domain, StringComparison.Ordinal);
        var userName = UserName?.Replace("{domain}", domain, StringComparison.Ordinal) ?? email ?? Name;
        return new IdpPerson
        {
            UserName = userName,
            Email = email,
            Password = Password,
            GivenName = GivenName,
            FamilyName = FamilyName,
            DisplayName = $"{GivenName} {FamilyName}",
            ObjectId = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(userName)).AsSpan(0, 16)).ToString(),
            Groups = groups,
            Disabled = Disabled,
        };
    }
}
