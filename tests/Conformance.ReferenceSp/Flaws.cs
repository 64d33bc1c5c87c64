using Conformance.ReferenceSp.Flawed;
using Conformance.ReferenceSp.Scim.Flawed;

namespace Conformance.ReferenceSp;

/// <summary>Every flaw that can be switched on.</summary>
public static class Flaws
{
    /// <summary>The catalogue, by theme.</summary>
    public static IReadOnlyList<Flaw> All { get; } =
    [
        .. FirstFlaws.All,
        .. SignatureFlaws.All,
        .. KeyFlaws.All,
        .. DigestFlaws.All,
        .. WrappingFlaws.All,
        .. TextFlaws.All,
        .. XmlFlaws.All,
        .. QueryFlaws.All,
        .. ProtocolFlaws.All,
        .. ConditionFlaws.All,
        .. CompanyFlaws.All,
        .. AccountFlaws.All,
        .. SessionFlaws.All,
        .. RequestFlaws.All,
        .. FrontFlaws.All,
        .. LogoutFlaws.All,
        .. MetadataFlaws.All,
        .. StateFlaws.All,
        .. DoorFlaws.All,
        .. StrictFlaws.All,
        .. OutageFlaws.All,
        .. ScimFlaws.All,
    ];

    /// <summary>The flaw of that name.</summary>
    /// <exception cref="ArgumentException">There is none; the message names the nearest.</exception>
    public static Flaw Find(string name) => All.FirstOrDefault(flaw => flaw.Name == name) ?? throw new ArgumentException(
        $"There is no flaw \"{name}\". Did you mean \"{All.MinBy(flaw => Distance(flaw.Name, name))!.Name}\"?", nameof(name));

    internal static Blueprint Apply(IEnumerable<string> names) =>
        names.Order(StringComparer.Ordinal).Select(Find).Aggregate(Blueprint.Sound, (blueprint, flaw) => flaw.Change(blueprint));

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        foreach (var (index, letter) in left.Index())
        {
            var diagonal = row[0];
            row[0] = index + 1;
            for (var column = 1; column <= right.Length; column++)
            {
                var above = row[column];
                row[column] = Math.Min(
                    Math.Min(above, row[column - 1]) + 1, diagonal + (letter == right[column - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
