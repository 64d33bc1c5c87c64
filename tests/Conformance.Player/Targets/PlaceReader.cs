using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Model;

namespace Conformance.Player.Targets;

/// <summary>Reads where a target runs.</summary>
internal static class PlaceReader
{
    private static readonly string[] Places = ["url", "process", "container", "embedded"];

    public static TargetPlace? Read(MapReader map, List<ScenarioProblem> problems)
    {
        var named = Places.Where(map.Has).ToList();
        if (named.Count != 1)
        {
            problems.Add(new ScenarioProblem(
                map.Location,
                $"The target says {(named.Count == 0 ? "nowhere" : string.Join(" and ", named))} where it runs. Write exactly one of url, process, container, embedded."));
            return null;
        }

        return named[0] switch
        {
            "process" => Process(map, problems),
            "container" => Container(map, problems),
            "embedded" => new EmbeddedPlace([]),
            _ => new RunningPlace(),
        };
    }

    private static ProcessPlace? Process(MapReader map, List<ScenarioProblem> problems)
    {
        if (map.Map("process", "The process", ["start", "stays", "stop", "reset", "environment", "ready"]) is not { } process)
        {
            return null;
        }

        var ready = Ready(process, problems);
        var start = Command(process, "start");
        if (start.Count == 0)
        {
            problems.Add(new ScenarioProblem(process.Location, "The process lacks \"start\". Write the program and its arguments as a list."));
        }

        return ready is null ? null : new ProcessPlace
        {
            Start = start,
            Stays = process.Flag("stays") ?? true,
            Stop = Command(process, "stop"),
            Reset = Command(process, "reset"),
            Environment = TargetReader.Texts(process.Map("environment")),
            ReadyUrl = ready.Value.Url,
            ReadyWithin = ready.Value.Within ?? TimeSpan.FromSeconds(60),
        };
    }

    private static ContainerPlace? Container(MapReader map, List<ScenarioProblem> problems)
    {
        if (map.Map("container", "The container", ["image", "build", "dockerfile", "port", "environment", "mounts", "ready"]) is not { } container)
        {
            return null;
        }

        var ready = Ready(container, problems);
        var (image, build, port) = (container.Scalar("image"), container.Scalar("build"), container.Scalar("port"));
        var isNamed = image is not null || build is not null;
        if (!isNamed)
        {
            problems.Add(new ScenarioProblem(container.Location, "The container lacks \"image\" and \"build\". Write an image, or the folder with a Dockerfile that it is built from."));
        }

        if (port is null)
        {
            problems.Add(new ScenarioProblem(container.Location, "The container lacks \"port\", the port that the service provider listens on inside. Add it."));
        }

        return ready is null || !isNamed || port is null ? null : new ContainerPlace
        {
            Image = image?.ToText(),
            Build = build?.ToText(),
            Dockerfile = container.Scalar("dockerfile")?.ToText(),
            Port = port.ToText(),
            Environment = TargetReader.Texts(container.Map("environment")),
            Mounts = [.. TargetReader.Texts(container.Map("mounts")).Select(mount => new KeyValuePair<Text, Text>(mount.Value with { Raw = mount.Key }, mount.Value))],
            ReadyUrl = ready.Value.Url,
            ReadyWithin = ready.Value.Within ?? TimeSpan.FromSeconds(120),
        };
    }

    private static (Text Url, TimeSpan? Within)? Ready(MapReader place, List<ScenarioProblem> problems)
    {
        if (place.Map("ready", "\"ready\"", ["url", "within"]) is not { } ready)
        {
            problems.Add(new ScenarioProblem(place.Location, "It lacks \"ready\". Write ready: { url: URL, within: 60s }, an address that answers once the target runs."));
            return null;
        }

        return ready.RequiredScalar("url") is { } url ? (url.ToText(), ready.Duration("within")) : null;
    }

    private static List<Text> Command(MapReader place, string key) => [.. (place.Scalars(key) ?? []).Select(part => part.ToText())];
}
