using System.Text;
using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Loading.Yaml;

/// <summary>The bytes of a file as text, and what may not stand in it.</summary>
internal static class FileText
{
    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string? Read(string path, Location start, ICollection<ScenarioProblem> problems)
    {
        byte[] bytes;
        try
        {
            bytes = ReadCapped(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Report(start, $"The file cannot be read. {Reason(exception)}");
            return null;
        }

        if (bytes.Length > YamlFile.LargestSize)
        {
            problems.Report(start, "The file is larger than 1 MB, which no file of this suite is. Split it into smaller files.");
            return null;
        }

        return Decode(bytes, start, problems);
    }

    public static void Check(string text, string file, ICollection<ScenarioProblem> problems)
    {
        var line = 1;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            var indent = content.IndexOfAnyExcept(' ', '\t');
            var tab = (indent < 0 ? content : content[..indent]).IndexOf('\t');
            if (tab >= 0)
            {
                problems.Report(new Location(file, line, tab + 1), "The line is indented with a tab. Indent with spaces.");
            }

            for (var i = 0; i < content.Length; i++)
            {
                if (char.IsControl(content[i]) && content[i] != '\t')
                {
                    problems.Report(
                        new Location(file, line, i + 1),
                        $"The control character U+{(int)content[i]:X4} stands here. Remove it, or write it as \"\\x{(int)content[i]:x2}\" in double quotes.");
                    break;
                }
            }

            line++;
        }
    }

    /// <summary>One byte more than is allowed is enough to know; a device or a growing file never fills the memory.</summary>
    private static byte[] ReadCapped(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

        // A device says that it is empty; only then is room for all that is allowed taken beforehand.
        var expected = stream is { CanSeek: true, Length: > 0 } ? Math.Min(stream.Length, YamlFile.LargestSize) : YamlFile.LargestSize;
        var buffer = new byte[expected + 1];
        return buffer[..stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
    }

    private static string? Decode(byte[] bytes, Location start, ICollection<ScenarioProblem> problems)
    {
        ReadOnlySpan<byte> content = bytes;
        if (content.StartsWith(Encoding.UTF8.Preamble))
        {
            content = content[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            return _strictUtf8.GetString(content);
        }
        catch (DecoderFallbackException exception)
        {
            var before = content[..Math.Clamp(exception.Index, 0, content.Length)];
            var lineStart = before.LastIndexOf((byte)'\n') + 1;
            problems.Report(
                start with
                {
                    Line = before.Count((byte)'\n') + 1,
                    Column = Encoding.UTF8.GetCharCount(before[lineStart..]) + 1,
                },
                $"The byte 0x{exception.BytesUnknown?.FirstOrDefault() ?? 0:X2} is not UTF-8. Save the file as UTF-8.");
            return null;
        }
    }

    private static string Reason(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "There is no such file. Check the name.",
        UnauthorizedAccessException => "It is a folder, or may not be read by this user. Check its permissions.",
        _ => $"The system says: {exception.Message}",
    };
}
