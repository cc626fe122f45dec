using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary>
/// A line of the log in an export:
/// <c>{"soort":"regel","gemeentecode":"1708","slot":0,"seq":1,"registratie":1731661200000,"hash":"hex","zout":"hex","persoon":{…},"velden":{…}}</c>
/// with <c>persoonDigest</c> in place of the salt when the person was erased.
/// </summary>
/// <remarks>
/// Its members stand in this order and without white space, and the two objects are the very bytes that were hashed: whoever verifies cuts
/// them out and parses nothing. <c>"onleesbaar":true</c> before the person: the stored form contradicted itself.
/// </remarks>
internal static class Regeltekst
{
    /// <summary>Place among the kinds of <see cref="Exportregel"/>.</summary>
    public const int Rang = 7;

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdef"u8);

    public static ReadOnlySpan<byte> Begin => "{\"soort\":\"regel\",\"gemeentecode\":\""u8;

    public static void Write(IBufferWriter<byte> to, KetenRegel regel)
    {
        to.Write(Begin);
        to.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{regel.Gemeentecode}\",\"slot\":{regel.Slot},\"seq\":{regel.Seq},\"registratie\":{regel.Registratie},\"hash\":\"{Convert.ToHexStringLower(regel.Hash)}\"")));
        WriteHex(to, ",\"zout\":\""u8, regel.Zout);
        WriteHex(to, ",\"persoonDigest\":\""u8, regel.PersoonDigest);
        to.Write(regel.Leesbaar ? default : ",\"onleesbaar\":true"u8);
        to.Write(",\"persoon\":"u8);
        to.Write(regel.Persoon);
        to.Write(",\"velden\":"u8);
        to.Write(regel.Velden);
        to.Write("}"u8);
    }

    /// <returns>False when the text does not have this form.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, KetenRegel into)
    {
        var rest = new Rest(text);
        var gemeentecode = rest.Skip(Begin) ? rest.Take(4) : default;
        if (gemeentecode.Length != 4 || gemeentecode.ContainsAnyExceptInRange((byte)'0', (byte)'9') || !rest.Skip("\",\"slot\":"u8) || !rest.Number(out var slot) || slot is < 0 or > 99
            || !rest.Skip(",\"seq\":"u8) || !rest.Number(out var seq) || !rest.Skip(",\"registratie\":"u8) || !rest.Number(out var registratie)
            || !rest.Skip(",\"hash\":\""u8) || rest.Hex() is not { Length: Vorm.Keten.Lengte } hash)
        {
            return false;
        }

        into.Gemeentecode = gemeentecode.SequenceEqual(Encoding.UTF8.GetBytes(into.Gemeentecode)) ? into.Gemeentecode : Encoding.UTF8.GetString(gemeentecode);
        (into.Slot, into.Seq, into.Registratie, into.Hash) = ((int)slot, seq, registratie, hash);
        return Person(rest, into);
    }

    private static bool Person(Rest rest, KetenRegel into)
    {
        var hasZout = rest.Skip(",\"zout\":\""u8);
        into.Zout = hasZout ? rest.Hex() : null;
        var hasDigest = rest.Skip(",\"persoonDigest\":\""u8);
        into.PersoonDigest = hasDigest ? rest.Hex() : null;
        into.Leesbaar = !rest.Skip(",\"onleesbaar\":true"u8);
        if (hasZout != into.Zout is not null || hasDigest != into.PersoonDigest is not null || !rest.Skip(",\"persoon\":{"u8))
        {
            return false;
        }

        // inside a canonical text every quote has a backslash before it, so the first of these is the end of the person
        var objects = rest.All;
        var end = objects.IndexOf("},\"velden\":{"u8);
        if (end < 0 || !objects.EndsWith("}}"u8))
        {
            return false;
        }

        into.SetObjects(fields: objects[(end + 11)..^1], person: rest.From(-1)[..(end + 2)]);
        return true;
    }

    private static void WriteHex(IBufferWriter<byte> to, ReadOnlySpan<byte> key, byte[]? value)
    {
        if (value is not null)
        {
            to.Write(key);
            to.Write(Encoding.UTF8.GetBytes(Convert.ToHexStringLower(value)));
            to.Write("\""u8);
        }
    }

    private ref struct Rest(ReadOnlySpan<byte> text)
    {
        private readonly ReadOnlySpan<byte> text = text;
        private int at;

        public readonly ReadOnlySpan<byte> All => text[at..];

        public readonly ReadOnlySpan<byte> From(int offset) => text[(at + offset)..];

        public bool Skip(ReadOnlySpan<byte> expected)
        {
            var found = All.StartsWith(expected);
            at += found ? expected.Length : 0;
            return found;
        }

        public ReadOnlySpan<byte> Take(int count)
        {
            var taken = All[..Math.Min(count, All.Length)];
            at += taken.Length;
            return taken;
        }

        public bool Number(out long value)
        {
            var found = Utf8Parser.TryParse(All, out value, out var length);
            at += length;
            return found;
        }

        /// <summary>Up to the quote, which is passed; null when it is no hex.</summary>
        public byte[]? Hex()
        {
            var digits = All[..Math.Max(0, All.IndexOf((byte)'"'))];
            if (digits.IsEmpty || digits.Length % 2 != 0 || digits.ContainsAnyExcept(HexDigits))
            {
                return null;
            }

            at += digits.Length + 1;
            return Convert.FromHexString(digits);
        }
    }
}
