using Conformance.Player.Browsers;
using NUnit.Framework;

namespace Conformance.SelfTests.Network;

internal sealed class BrowserFinderTests
{
    private const string Downloaded = "/root/.cache/ms-playwright/chromium-1248/chrome-linux64/chrome";
    private const string DownloadedShell =
        "/root/.cache/ms-playwright/chromium_headless_shell-1248/chrome-headless-shell-linux64/chrome-headless-shell";

    private const string DownloadedFirefox = "/root/.cache/ms-playwright/firefox-1555/firefox/firefox";

    private readonly HashSet<string> _files = [];
    private readonly List<string> _said = [];
    private readonly List<string> _ran = [];
    private string? _display = ":0";

    [SetUp]
    public void Forget()
    {
        _files.Clear();
        _said.Clear();
        _ran.Clear();
        _display = ":0";
    }

    [TestCase(false, DownloadedShell, Downloaded, "/usr/bin/chromium", ExpectedResult = DownloadedShell)]
    [TestCase(true, DownloadedShell, Downloaded, "/usr/bin/chromium", ExpectedResult = Downloaded)]
    [TestCase(false, Downloaded, "/usr/bin/chromium", ExpectedResult = Downloaded)]
    [TestCase(false, "/usr/bin/chromium-headless-shell", "/usr/bin/google-chrome", ExpectedResult = "/usr/bin/chromium-headless-shell")]
    [TestCase(true, "/usr/bin/chromium-headless-shell", "/usr/bin/google-chrome", ExpectedResult = "/usr/bin/google-chrome")]
    [TestCase(false, "/usr/bin/chromium", "/usr/bin/microsoft-edge", ExpectedResult = "/usr/bin/microsoft-edge")]
    [TestCase(false, "/home/me/bin/chromium", ExpectedResult = "/home/me/bin/chromium")]
    public async Task<string> Prefers_what_is_better(bool isHeaded, params string[] present)
    {
        _files.UnionWith(present);

        var found = await Finder(new BrowserSettings { IsHeaded = isHeaded }).FindAsync(Downloaded);

        Assert.That(_ran, Is.Empty);
        return found.Executable;
    }

    [Test]
    public async Task Says_at_once_that_a_visible_browser_needs_a_screen()
    {
        _files.Add(Downloaded);
        _display = null;

        await Assert.ThatAsync(
            () => Finder(new BrowserSettings { IsHeaded = true }).FindAsync(Downloaded),
            Throws.InstanceOf<BrowserNotFoundException>().With.Message.Contains("--headed"));
        Assert.That((await Finder(new BrowserSettings()).FindAsync(Downloaded)).Executable, Is.EqualTo(Downloaded));
    }

    [Test]
    public async Task Takes_the_executable_of_the_settings_before_all_others()
    {
        _files.UnionWith([Downloaded, "/opt/mine/chrome"]);

        var found = await Finder(new BrowserSettings { Executable = "/opt/mine/chrome" }).FindAsync(Downloaded);

        Assert.That(found.Executable, Is.EqualTo("/opt/mine/chrome"));
    }

    [Test]
    public async Task Does_not_replace_an_executable_that_is_missing()
    {
        _files.Add(Downloaded);

        await Assert.ThatAsync(
            () => Finder(new BrowserSettings { Executable = "/opt/mine/chrome" }).FindAsync(Downloaded),
            Throws.InstanceOf<BrowserNotFoundException>().With.Message.Contains("\"/opt/mine/chrome\", which does not exist"));
    }

    [TestCase(false, "chromium-headless-shell")]
    [TestCase(true, "chromium")]
    public async Task Installs_with_apt_where_Playwright_cannot_download(bool isHeaded, string package)
    {
        _files.Add("/usr/bin/apt-get");

        var found = await Finder(new BrowserSettings { IsHeaded = isHeaded }).FindAsync(Downloaded);

        string[] expected = ["playwright install chromium", "/usr/bin/apt-get update -q", $"/usr/bin/apt-get install -y -q {package}"];
        Assert.That(_ran, Is.EqualTo(expected));
        Assert.That(found.Executable, Is.EqualTo("/usr/bin/" + package));
        Assert.That(_said, Has.Count.EqualTo(2));
    }

    [TestCase(true, false, "Playwright: its installer ended with exit code 1", "apt-get: needs root on Debian")]
    [TestCase(false, true, "forbidden by --no-install", "as \"executable\" in playwright.config")]
    public async Task Names_everything_it_tried(bool mayInstall, bool isRoot, string first, string second)
    {
        _files.Add("/usr/bin/apt-get");
        var finder = Finder(new BrowserSettings { MayInstall = mayInstall }, isRoot);

        await Assert.ThatAsync(
            () => finder.FindAsync(Downloaded),
            Throws.InstanceOf<BrowserNotFoundException>()
                .With.Message.Contains(Downloaded).And.Message.Contains("google-chrome")
                .And.Message.Contains(first).And.Message.Contains(second));
        Assert.That(_ran.Count, Is.EqualTo(mayInstall ? 1 : 0));
    }

    [TestCase("/usr/bin/firefox", "/usr/bin/firefox-esr", ExpectedResult = "/usr/bin/firefox Mozilla's")]
    [TestCase("/usr/bin/firefox-esr", "/usr/bin/chromium", ExpectedResult = "/usr/bin/firefox-esr Mozilla's")]
    [TestCase("/usr/bin/firefox", DownloadedFirefox, ExpectedResult = DownloadedFirefox)]
    public async Task<string> Drives_Mozillas_Firefox_and_Playwrights(params string[] present)
    {
        _files.UnionWith(present);

        var found = await Finder(new BrowserSettings { Kind = BrowserKind.Firefox }).FindAsync(DownloadedFirefox);

        Assert.That(_ran, Is.Empty);
        return found.Executable + (found.IsMozillas ? " Mozilla's" : "");
    }

    [TestCase("/opt/firefox/firefox", ExpectedResult = true)]
    [TestCase(DownloadedFirefox, ExpectedResult = false)]
    public async Task<bool> Tells_whose_Firefox_the_settings_name(string executable)
    {
        _files.Add(executable);

        return (await Finder(new BrowserSettings { Kind = BrowserKind.Firefox, Executable = executable }).FindAsync(DownloadedFirefox)).IsMozillas;
    }

    [Test]
    public async Task Installs_Firefox_with_apt_where_Playwright_cannot_download()
    {
        _files.Add("/usr/bin/apt-get");

        var found = await Finder(new BrowserSettings { Kind = BrowserKind.Firefox }).FindAsync(DownloadedFirefox);

        string[] expected = ["playwright install firefox", "/usr/bin/apt-get update -q", "/usr/bin/apt-get install -y -q firefox-esr"];
        Assert.That(_ran, Is.EqualTo(expected));
        Assert.That(found, Is.EqualTo(new FoundBrowser("/usr/bin/firefox-esr", "installed on this machine") { IsMozillas = true }));
    }

    [Test]
    public async Task Takes_no_other_browser_for_WebKit()
    {
        _files.UnionWith(["/usr/bin/apt-get", "/usr/bin/chromium", "/usr/bin/firefox"]);
        var finder = Finder(new BrowserSettings { Kind = BrowserKind.Webkit });

        await Assert.ThatAsync(
            () => finder.FindAsync("/root/.cache/ms-playwright/webkit-2300/pw_run.sh"),
            Throws.InstanceOf<BrowserNotFoundException>().With.Message.Contains("There is no webkit to drive.").And.Message.Contains("only in its own build"));
    }

    private BrowserFinder Finder(BrowserSettings settings, bool isRoot = true) => new(settings, _said.Add)
    {
        Machine = new BrowserSurroundings
        {
            IsWindows = false,
            IsMacOs = false,
            IsRoot = isRoot,
            FileExists = _files.Contains,
            Variable = name => name switch
            {
                "PATH" => "/home/me/bin:/usr/bin",
                "DISPLAY" => _display,
                _ => null,
            },
            Playwright = arguments =>
            {
                _ran.Add("playwright " + string.Join(' ', arguments));
                return 1;
            },
            RunAsync = (program, arguments, _) =>
            {
                _ran.Add($"{program} {string.Join(' ', arguments)}");
                if (arguments[0] == "install")
                {
                    _files.Add("/usr/bin/" + arguments[^1]);
                }

                return Task.FromResult((0, string.Empty));
            },
        },
    };
}
