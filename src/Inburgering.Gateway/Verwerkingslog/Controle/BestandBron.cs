using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary>Reads an exported log for the verifier.</summary>
/// <remarks>Throws <see cref="InvalidDataException"/> with the number of the line that cannot be read.</remarks>
internal sealed class BestandBron(string path) : IControleBron
{
    public async Task<IReadOnlyList<Kop>> ReadKoppenAsync(CancellationToken ct)
    {
        var koppen = new List<Kop>();
        await foreach (var kop in ReadAsync(ct).TakeWhile(r => r is not ExportRegel).OfType<ExportKop>().WithCancellation(ct))
        {
            koppen.Add(new Kop(kop.Gemeentecode, kop.Slot, kop.Seq, Convert.FromHexString(kop.Hash)));
        }

        return koppen;
    }

    public async IAsyncEnumerable<(long Nummer, Zegel? Zegel)> ReadZegelsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var regel in ReadAsync(ct).TakeWhile(r => r is not ExportRegel).OfType<ExportZegel>().WithCancellation(ct))
        {
            yield return (regel.Zegel.Nummer, regel.Zegel.ToZegel());
        }
    }

    public async IAsyncEnumerable<Kop> ReadVerzegeldeKoppenAsync(IReadOnlyCollection<long> zonder, [EnumeratorCancellation] CancellationToken ct)
    {
        var koppen = new HashSet<(string Gemeentecode, int Slot, long Seq, string Hash)>();
        await foreach (var (nummer, zegel) in ReadZegelsAsync(ct))
        {
            if (zegel is not null && !zonder.Contains(nummer))
            {
                koppen.UnionWith(ZegelForm.Read(zegel.Inhoud)!.Koppen.Select(k => (k.Gemeentecode, k.Slot, k.Seq, Convert.ToHexStringLower(k.Hash))));
            }
        }

        foreach (var kop in koppen.OrderBy(k => k.Gemeentecode, StringComparer.Ordinal).ThenBy(k => k.Slot).ThenBy(k => k.Seq))
        {
            yield return new Kop(kop.Gemeentecode, kop.Slot, kop.Seq, Convert.FromHexString(kop.Hash));
        }
    }

    public async IAsyncEnumerable<KetenRegel> ReadRegelsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var regel = new KetenRegel();
        await foreach (var gelezen in ReadAsync(ct).OfType<ExportRegel>().WithCancellation(ct))
        {
            (regel.Gemeentecode, regel.Slot, regel.Seq, regel.Registratie) = (gelezen.Gemeentecode, gelezen.Slot, gelezen.Seq, gelezen.Registratie);
            regel.SetObjects(Encoding.UTF8.GetBytes(gelezen.Velden), Encoding.UTF8.GetBytes(gelezen.Persoon));
            regel.Zout = Hex(gelezen.Zout);
            regel.PersoonDigest = Hex(gelezen.PersoonDigest);
            regel.Hash = Convert.FromHexString(gelezen.Hash);
            yield return regel;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async IAsyncEnumerable<Exportregel> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var nummer = 0L;
        await foreach (var text in File.ReadLinesAsync(path, ct))
        {
            nummer++;
            yield return Parse(text, nummer);
        }
    }

    private static Exportregel Parse(string text, long nummer)
    {
        try
        {
            return JsonSerializer.Deserialize<Exportregel>(text, Exportregel.Json) ?? throw new JsonException();
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new InvalidDataException($"Regel {nummer} van het bestand is niet leesbaar.", e);
        }
    }

    private static byte[]? Hex(string? value) => value is null ? null : Convert.FromHexString(value);
}
