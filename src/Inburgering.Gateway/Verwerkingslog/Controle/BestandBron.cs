using System.Runtime.CompilerServices;
using Inburgering.Gateway.Verwerkingslog.Wissen;
using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary>Reads an exported log for the verifier.</summary>
/// <remarks>Throws <see cref="InvalidDataException"/> with the number of the line that cannot be read.</remarks>
internal sealed class BestandBron(string path) : IControleBron
{
    public Task<IReadOnlyList<Kop>> ReadKoppenAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Kop>>([.. Voorwerk<ExportKop>().Select(k => new Kop(k.Gemeentecode, k.Slot, k.Seq, k.Hash))]);

    public IAsyncEnumerable<Zegel> ReadZegelsAsync(CancellationToken ct) => Zegels().ToAsyncEnumerable();

    public IAsyncEnumerable<BewaardeWislijn> ReadWislijnenAsync(CancellationToken ct) =>
        Voorwerk<ExportWislijn>().Select(w => new BewaardeWislijn(w.Gemeentecode, w.Nummer, w.Hash, w.Inhoud)).ToAsyncEnumerable();

    public IAsyncEnumerable<BewaardeAfsluiting> ReadAfsluitingenAsync(CancellationToken ct) =>
        Voorwerk<ExportAfsluiting>().Select(a => new BewaardeAfsluiting(a.Maand, a.Hash, a.Kid, a.Handtekening, a.Inhoud)).ToAsyncEnumerable();

    public IAsyncEnumerable<BewaardHerstel> ReadHerstellenAsync(CancellationToken ct) =>
        Voorwerk<ExportHerstel>().Select(h => new BewaardHerstel(h.Nummer, h.Hash, h.Kid, h.Handtekening, h.Inhoud)).ToAsyncEnumerable();

    public IAsyncEnumerable<Kop> ReadVerzegeldeKoppenAsync(IReadOnlyCollection<long> zonder, CancellationToken ct) =>
        Zegels().Where(z => !zonder.Contains(z.Nummer)).SelectMany(z => ZegelForm.Read(z.Inhoud)!.Koppen)
            .Select(k => (k.Gemeentecode, k.Slot, k.Seq, Hash: Convert.ToHexStringLower(k.Hash))).Distinct()
            .OrderBy(k => k.Gemeentecode, StringComparer.Ordinal).ThenBy(k => k.Slot).ThenBy(k => k.Seq).ThenBy(k => k.Hash, StringComparer.Ordinal)
            .Select(k => new Kop(k.Gemeentecode, k.Slot, k.Seq, Convert.FromHexString(k.Hash))).ToAsyncEnumerable();

    public async IAsyncEnumerable<KetenRegel> ReadRegelsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        using var lezer = new Exportlezer(path);
        foreach (var voorwerk in lezer.Voorwerk())
        {
            _ = voorwerk;                   // only its order counts here
        }

        await foreach (var regel in ReadAhead.RunAsync(into => Task.FromResult(lezer.Next(into)), ct))
        {
            yield return regel;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IEnumerable<Zegel> Zegels() => Voorwerk<ExportZegel>().Select(z => new Zegel(z.Nummer, z.Tijd, z.Inhoud, z.VorigHash, z.Hash, z.Kid, z.Handtekening));

    private IEnumerable<T> Voorwerk<T>()
        where T : Exportregel
    {
        using var lezer = new Exportlezer(path);
        foreach (var regel in lezer.Voorwerk().OfType<T>())
        {
            yield return regel;
        }
    }
}
