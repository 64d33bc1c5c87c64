using NUnit.Framework;

namespace Conformance.SelfTests.Snapshots;

/// <summary>What each library shows to the others: whoever widens it sees so in the diff.</summary>
internal sealed class PublicApiTests
{
    [Test]
    public Task Saml() => MatchesAsync("Conformance.Saml");

    [Test]
    public Task Scim() => MatchesAsync("Conformance.Scim");

    [Test]
    public Task Scenarios() => MatchesAsync("Conformance.Scenarios");

    [Test]
    public Task Fakes() => MatchesAsync("Conformance.Fakes");

    [Test]
    public Task Player() => MatchesAsync("Conformance.Player");

    [Test]
    public Task ReferenceSp() => MatchesAsync("Conformance.ReferenceSp");

    private static Task MatchesAsync(string library, [System.Runtime.CompilerServices.CallerMemberName] string test = "") =>
        Snapshot.MatchesAsync(PublicApi.Of(System.Reflection.Assembly.Load(library)), "txt", test: test);
}
