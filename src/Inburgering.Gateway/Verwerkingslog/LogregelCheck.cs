using System.Buffers;
using System.Runtime.CompilerServices;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Verwerkingslog;

/// <summary>What may stand in a field of the log (security 5). Looked at before the queue, so no line can spoil its neighbours.</summary>
/// <remarks>Throws ArgumentException with the name of the field, never its value.</remarks>
internal static class LogregelCheck
{
    private const int BsnLength = 9;
    private const int ShortestHash = 16;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<char> Word = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-");

    public static string Text(string? value, int max, [CallerArgumentExpression(nameof(value))] string field = "") =>
        string.IsNullOrEmpty(value) ? throw Refused(field, "is empty") : OptionalText(value, max, field)!;

    public static string? OptionalText(string? value, int max, [CallerArgumentExpression(nameof(value))] string field = "")
    {
        if (value is null)
        {
            return null;
        }

        if (value.Length > max)
        {
            throw Refused(field, $"is longer than {max}");
        }

        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsControl(value[i]) || IsLoneSurrogate(value, ref i))
            {
                throw Refused(field, "holds a character that is not allowed");
            }
        }

        return HoldsBsn(value) ? throw Refused(field, "holds a number of a person") : value;
    }

    public static string? Veldenlijst(IReadOnlyList<string> items, int max, [CallerArgumentExpression(nameof(items))] string field = "")
    {
        foreach (var item in items)
        {
            if (item is not { Length: > 0 } || item[0] == '.' || item[^1] == '.' || item.AsSpan().ContainsAny(' ', ','))
            {
                throw Refused(field, "holds a name of the wrong form");
            }
        }

        return OptionalText(Vorm.Veldenlijst.Compact(items), max, field);
    }

    public static byte[] HexBytes(string? value, int bytes, [CallerArgumentExpression(nameof(value))] string field = "") =>
        OptionalHexBytes(value, bytes, field) ?? throw Refused(field, "is empty");

    public static byte[]? OptionalHexBytes(string? value, int bytes, [CallerArgumentExpression(nameof(value))] string field = "") =>
        OptionalHex(value, bytes, field) is { } hex ? Convert.FromHexString(hex) : null;

    public static string? OptionalHex(string? value, int bytes, [CallerArgumentExpression(nameof(value))] string field = "") =>
        value is null || (value.Length == bytes * 2 && !value.AsSpan().ContainsAnyExcept(Hex))
            ? value
            : throw Refused(field, $"is not {bytes * 2} lower-case hex digits");

    public static string Gemeentecode(string? value, [CallerArgumentExpression(nameof(value))] string field = "") =>
        value is { Length: 4 } && value.All(char.IsAsciiDigit) ? value : throw Refused(field, "is not four digits");

    public static short Known<T>(T value, [CallerArgumentExpression(nameof(value))] string field = "")
        where T : struct, Enum =>
        Enum.IsDefined(value) ? Convert.ToInt16(value, null) : throw Refused(field, "is no known value");

    public static int NotNegative(double value, [CallerArgumentExpression(nameof(value))] string field = "") =>
        value is >= 0 and <= int.MaxValue ? (int)value : throw Refused(field, "is out of range");

    /// <summary>Nine digits, no more, that pass the 11-proef; not inside a UUID or a hash of ours, where they are chance.</summary>
    public static bool HoldsBsn(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Word) is var start and >= 0)
        {
            text = text[start..];
            var end = text.IndexOfAnyExcept(Word) is var at and >= 0 ? at : text.Length;
            if (!IsOurId(text[..end]) && WordHoldsBsn(text[..end]))
            {
                return true;
            }

            text = text[end..];
        }

        return false;
    }

    private static bool WordHoldsBsn(ReadOnlySpan<char> word)
    {
        for (int i = 0, run = 0; i <= word.Length; i++)
        {
            if (i < word.Length && char.IsAsciiDigit(word[i]))
            {
                run++;
                continue;
            }

            if (run == BsnLength && Bsn.TryParse(word[(i - run)..i].ToString(), out _))
            {
                return true;
            }

            run = 0;
        }

        return false;
    }

    private static bool IsOurId(ReadOnlySpan<char> word) =>
        Guid.TryParseExact(word, "D", out _) || (word.Length >= ShortestHash && !word.ContainsAnyExcept(Hex));

    private static bool IsLoneSurrogate(string value, ref int at)
    {
        if (!char.IsSurrogate(value[at]))
        {
            return false;
        }

        if (at + 1 < value.Length && char.IsSurrogatePair(value[at], value[at + 1]))
        {
            at++;
            return false;
        }

        return true;
    }

    private static ArgumentException Refused(string field, string why) => new($"The log field {field} {why}.", field);
}
